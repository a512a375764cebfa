import { run } from './run.mjs';

/**
 * Installs Debian packages where set-up may do so: as root, with apt-get.
 * @param {string[]} names
 * @returns {Promise<boolean>} whether they are installed now
 */
export async function installDebianPackages(names) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return false;
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update'], { environment, seconds: 300 });
  if (!update.ok) return false;
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  return (await run('apt-get', install, { environment, seconds: 900 })).ok;
}

/** The command by which a person installs them. */
export function debianCommand(names) {
  return `\`sudo apt-get install ${names.join(' ')}\``;
}
