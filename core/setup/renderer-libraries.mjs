import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { debianCommand, installDebianPackages } from './debian.mjs';

const debianPackages = ['libegl1', 'libgl1-mesa-dri', 'libegl-dev'];
const libraryFolders = ['/usr/lib', '/usr/lib64', '/usr/local/lib']
  .flatMap((folder) => [folder, join(folder, 'x86_64-linux-gnu'), join(folder, 'aarch64-linux-gnu')])
  .concat(process.env.LD_LIBRARY_PATH?.split(':').filter(Boolean) ?? []);

/** What three.js needs to draw without a screen on Linux: EGL and Mesa's drivers. */
export async function rendererLibraries() {
  if (process.platform !== 'linux') return { text: "the system's own graphics", files: [] };
  const present = locate();
  if (present) return { text: 'EGL and Mesa, already there', files: present };
  await installDebianPackages(debianPackages);
  const installed = locate();
  if (installed) return { text: 'EGL and Mesa, installed', files: installed };
  return {
    text: 'software renderer',
    files: [],
    shortcoming:
      'Pictures come from the software renderer, because EGL or Mesa is missing; ' +
      `remedy: ${debianCommand(debianPackages)}, then \`npm run setup\`.`,
  };
}

function locate() {
  const egl = libraryFolders.map((folder) => join(folder, 'libEGL.so')).find(existsSync);
  const mesa = libraryFolders.map((folder) => join(folder, 'libEGL_mesa.so.0')).find(existsSync);
  const drivers = libraryFolders.map((folder) => join(folder, 'dri')).find(hasDrivers);
  return egl && mesa && drivers ? [egl, mesa, drivers] : undefined;
}

function hasDrivers(folder) {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('_dri.so'));
}
