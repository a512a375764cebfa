import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  watch,
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

const npmThatIsInterrupted = `#!${process.execPath}
process.on('SIGTERM', () => {
  require('node:fs').writeFileSync('npm-stopped', '');
  process.exit();
});
setInterval(() => {}, 1000);
process.kill(process.ppid, 'SIGINT');
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
        timeout: 30_000,
        env: bareMachine(),
      },
    );
    return { status, stdout, stderr };
  }

  function bareMachine() {
    return { PATH: join(project, 'bin'), TFJS_NODE_CDN_STORAGE: 'http://127.0.0.1:9/' };
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

  test.each([
    [
      'its registry',
      "console.error('npm error code ECONNREFUSED at https://registry.example/three')",
      "npm cannot reach its registry (ECONNREFUSED), so the packages that package-lock.json names are missing; check the network and npm's setting `registry`, then start again.",
    ],
    [
      'the right to write',
      "console.error('npm error code EACCES\\nnpm error syscall mkdir\\nnpm error path /root/.npm')",
      'npm cannot write at /root/.npm (EACCES), so the packages that package-lock.json names are missing; give this user the right to write there, then start again.',
    ],
    [
      'something else',
      "console.error('npm error code EUSAGE\\nnpm error three of https://registry.example/three is odd.')",
      'npm failed (three of (address) is odd), so the packages that package-lock.json names are missing; mend that, then start again.',
    ],
  ])('ends with one sentence when npm lacks %s, leaving no stamp', (_, failure, sentence) => {
    npm(`#!${process.execPath}\n${failure}; process.exitCode = 1;`);
    const { status, stdout, stderr } = setUp();
    expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: sentence });
    expect(stdout).not.toMatch(/ready/);
    expect(existsSync(join(project, '.neuroid', 'setup.json'))).toBe(false);
  });

  test('says so when there is no npm', () => {
    rmSync(join(project, 'bin', 'npm'));
    expect(setUp()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^\nnpm was not found, so .*\.\n$/),
    });
  });

  test('stops on Ctrl-C with a word, and npm with it', async () => {
    npm(npmThatIsInterrupted);
    const folder = watch(project);
    expect(setUp()).toMatchObject({
      status: 130,
      stderr: '\nSet-up was interrupted; start it again and it goes on.\n',
    });
    while (!existsSync(join(project, 'npm-stopped'))) await once(folder, 'change');
    folder.close();
  });

  test('names the packages that drawing needs, where they are missing', () => {
    const script =
      "import { rendererLibraries } from './core/setup/renderer-libraries.mjs';" +
      "console.log((await rendererLibraries(() => {}, ['/nowhere'])).shortcoming);";
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: project,
      encoding: 'utf8',
      env: bareMachine(),
    });
    if (process.platform === 'linux')
      expect(stdout.trim()).toBe(
        'Pictures come from the software renderer, because EGL or Mesa is missing; ' +
          'remedy: `sudo apt-get install libegl1 libgl1-mesa-dri libegl-dev`, then `npm run setup`.',
      );
    else expect(stdout.trim()).toBe('undefined');
  });
});
