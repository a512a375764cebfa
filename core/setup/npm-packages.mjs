import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packages, project } from './project.mjs';
import { reasonIn, run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/** npm writes this list last, so a tree without it is unfinished. */
const installedList = join(packages, '.package-lock.json');

/**
 * Brings node_modules to what the lock file says. Not by `npm ci`, which refuses a lock file that leaves out binaries
 * of other platforms; `npm install --no-save` takes the same versions, checks the same digests and adds its own platform's.
 */
export async function npmPackages() {
  if (upToDate()) return { text: 'already as locked', files: [installedList] };
  if (!existsSync(installedList)) rmSync(packages, { recursive: true, force: true });
  const { ok, output } = await npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
  if (!ok)
    throw new SetupError(
      `npm could not install the packages (${reasonIn(output)}); check the network and start again.`,
    );
  return { text: 'installed as locked', files: [installedList] };
}

function upToDate() {
  try {
    const locked = packagesOf(join(project, 'package-lock.json'));
    const installed = packagesOf(installedList);
    return Object.entries(locked).every(
      ([path, { version, optional }]) =>
        path === '' || installed[path]?.version === version || (optional && !installed[path]),
    );
  } catch {
    return false;
  }
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** The npm that started set-up, or the one on the path. */
function npm(parameters) {
  const started = process.env.npm_execpath;
  if (started && basename(started) === 'npm-cli.js')
    return run(process.execPath, [started, ...parameters], { folder: project });
  return process.platform === 'win32'
    ? run('cmd.exe', ['/c', 'npm', ...parameters], { folder: project })
    : run('npm', parameters, { folder: project });
}
