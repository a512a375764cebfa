import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianCommand, installDebianPackages } from './debian.mjs';

const debianPackages = ['libegl1', 'libgl1-mesa-dri', 'libegl-dev'];
const libraryFolders = ['/usr/lib', '/usr/lib64', '/usr/local/lib']
  .flatMap((folder) => [folder, join(folder, 'x86_64-linux-gnu'), join(folder, 'aarch64-linux-gnu')])
  .concat(process.env.LD_LIBRARY_PATH?.split(':').filter(Boolean) ?? []);

/**
 * What three.js needs to draw without a screen on Linux: EGL and Mesa's drivers.
 * @param {(text: string) => void} say
 * @param {readonly string[]} folders where libraries may lie
 */
export async function rendererLibraries(say, folders = libraryFolders) {
  if (process.platform !== 'linux') return { text: "the system's own graphics", files: [] };
  const present = locate(folders);
  if (present) return { text: 'EGL and Mesa, already there', files: present };
  await installDebianPackages(debianPackages, say);
  const installed = locate(folders);
  if (installed) return { text: 'EGL and Mesa, installed', files: installed };
  return {
    text: 'software renderer',
    files: [],
    shortcoming:
      'Pictures come from the software renderer, because EGL or Mesa is missing; ' +
      `remedy: ${debianCommand(debianPackages)}, then \`npm run setup\`.`,
  };
}

function locate(folders) {
  const find = (name) => folders.map((folder) => join(folder, name)).find(existsSync);
  const egl = find('libEGL.so');
  const mesa = find('libEGL_mesa.so.0');
  const drivers = folders.map((folder) => join(folder, 'dri')).find(hasDrivers);
  return egl && mesa && drivers ? [egl, mesa, drivers] : undefined;
}

function hasDrivers(folder) {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('_dri.so'));
}
