import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const workingNpm = `#!${process.execPath}
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
fs.mkdirSync('node_modules', { recursive: true });
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const failingNpm = `#!${process.execPath}
console.error('npm error code ECONNREFUSED at https://registry.example/three');
process.exit(1);
`;

describe('set-up', () => {
  let project: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'neuroid set up '));
    cpSync('core/setup', join(project, 'core', 'setup'), { recursive: true });
    lock('1.0.0');
    npm(workingNpm);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  function lock(version: string): void {
    const packages = {
      '': {},
      'node_modules/three': { version },
      'node_modules/other-platform': { version, optional: true },
    };
    writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ packages }));
  }

  function npm(script: string): void {
    mkdirSync(join(project, 'bin'), { recursive: true });
    writeFileSync(join(project, 'bin', 'npm'), script);
    chmodSync(join(project, 'bin', 'npm'), 0o755);
  }

  /** Runs set-up where there is npm, but no Python, compiler or package manager, and no network. */
  function setUp(...parameters: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'core', 'setup', 'setup.mjs'), ...parameters],
      {
        cwd: tmpdir(),
        encoding: 'utf8',
        env: { PATH: join(project, 'bin'), TFJS_NODE_CDN_STORAGE: 'http://127.0.0.1:9/' },
      },
    );
    return { status, stdout, stderr };
  }

  function npmCalls(): number {
    return readFileSync(join(project, 'npm-calls'), 'utf8').split('\n').length - 1;
  }

  test('goes on without TensorFlow, and says why and what to do', () => {
    const { status, stdout, stderr } = setUp();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}packages +installed as locked$/m);
    expect(stdout).toMatch(/^ {2}tensors +WebAssembly$/m);
    expect(stdout).toMatch(/^Tensors run on WebAssembly, .* because .*; remedy: .*`npm run setup`\.$/m);
    expect(stdout).toMatch(/^Neuroid is ready, with the limits named above\.$/m);
  });

  test('does nothing the second time, but repeats the limits', () => {
    setUp();
    const again = setUp();
    expect(again.status).toBe(0);
    expect(again.stdout).not.toMatch(/^ {2}packages/m);
    expect(again.stdout).toMatch(/^Tensors run on WebAssembly/m);
    expect(npmCalls()).toBe(1);
  });

  test('looks again when asked, without installing what is there', () => {
    setUp();
    expect(setUp('--again').stdout).toMatch(/^ {2}packages +already as locked$/m);
    expect(npmCalls()).toBe(1);
  });

  test('installs again when the lock file has changed or packages have gone', () => {
    setUp();
    lock('1.0.1');
    expect(setUp().stdout).toMatch(/^ {2}packages +installed as locked$/m);
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(setUp().stdout).toMatch(/^ {2}packages +installed as locked$/m);
    expect(npmCalls()).toBe(3);
  });

  test('starts afresh where an earlier installation was interrupted', () => {
    mkdirSync(join(project, 'node_modules', 'half'), { recursive: true });
    mkdirSync(join(project, '.neuroid', 'engines', 'unfinished-1'), { recursive: true });
    expect(setUp().status).toBe(0);
    expect(existsSync(join(project, 'node_modules', 'half'))).toBe(false);
    expect(existsSync(join(project, '.neuroid', 'engines', 'unfinished-1'))).toBe(false);
  });

  test('ends with one sentence when packages cannot be had, naming no address and leaving no stamp', () => {
    npm(failingNpm);
    const { status, stdout, stderr } = setUp();
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      'npm could not install the packages (npm error code ECONNREFUSED at (address)); check the network and start again.',
    );
    expect(stdout).not.toMatch(/ready/);
    expect(existsSync(join(project, '.neuroid', 'setup.json'))).toBe(false);
  });
});
