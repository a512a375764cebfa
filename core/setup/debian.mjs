import { run } from './run.mjs';

/**
 * Installs Debian packages where set-up may do so: as root, with apt-get.
 * @param {string[]} names
 * @param {(text: string) => void} say
 * @returns {Promise<boolean>} whether they are installed now
 */
export async function installDebianPackages(names, say) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false;
  if (!(await run('apt-get', ['--version'])).ok) return false;
  say(`installing ${names.join(', ')} with apt-get`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];
  if (!(await run('apt-get', [...patience, 'update'], { environment, seconds: 300 })).ok) return false;
  const install = [...patience, 'install', '--yes', '--no-install-recommends', ...names];
  return (await run('apt-get', install, { environment, seconds: 900 })).ok;
}

/** The command by which a person installs them. */
export function debianCommand(names) {
  return `\`sudo apt-get install ${names.join(' ')}\``;
}
