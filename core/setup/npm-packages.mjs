import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packages, project } from './project.mjs';
import { reasonIn, run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/** npm writes this list last, so a tree without it is unfinished. */
const installedList = join(packages, '.package-lock.json');

const install = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'];

/**
 * Brings node_modules to what the lock file says, its digests checked; what is there already stays.
 * @param {(text: string) => void} say
 */
export async function npmPackages(say) {
  if (upToDate()) return { text: 'already as locked', files: [installedList] };
  if (!existsSync(installedList)) rmSync(packages, { recursive: true, force: true });
  say('installing with npm');
  const { ok, output } = await npm([...install, ...patience]);
  if (!ok) throw new SetupError(explain(output));
  return { text: 'installed as locked', files: [installedList] };
}

function explain(output) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1] ?? '';
  const missing = 'the packages that package-lock.json names are missing';
  if (/^(ECONN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EAI_|ERR_SOCKET)/.test(code))
    return `npm cannot reach its registry (${code}), so ${missing}; check the network and npm's setting \`registry\`, then start again.`;
  if (/^(EACCES|EPERM|EROFS|ENOTDIR)$/.test(code))
    return `npm cannot write${pathIn(output)} (${code}), so ${missing}; give this user the right to write there, then start again.`;
  if (code === 'ENOSPC')
    return `The disk is full, so ${missing}; free 1.5 GB where the project lies, then start again.`;
  if (/\bspawn\b.*ENOENT/.test(output))
    return `npm was not found, so ${missing}; install npm, which comes with Node, then start again.`;
  return `npm failed (${firstReason(output)}), so ${missing}; mend that, then start again.`;
}

/** The first line in which npm gives a reason, without its addresses. */
function firstReason(output) {
  const told = output.split('\n').flatMap((line) => /^npm (?:error|ERR!) (.+)/.exec(line)?.[1] ?? []);
  const reason = told.find((line) => !/^(code|syscall|path|dest|errno|command|signal) /.test(line));
  return reasonIn(reason ?? output);
}

function pathIn(output) {
  const path = /npm (?:error|ERR!) path (.+)/.exec(output)?.[1].trim();
  return path ? ` at ${path}` : '';
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
