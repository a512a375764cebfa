import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { EnvironmentError, InputError } from '../../core/errors/errors.ts';

export type PanoramaFormat = 'hdr' | 'exr';

export interface PanoramaFile {
  /** For messages and the fingerprint. */
  readonly name: string;
  readonly format: PanoramaFormat;
  read(): Promise<Uint8Array>;
}

/** The panoramas of a folder, by name. Throws InputError when there is none. */
export async function panoramasInFolder(folder: string): Promise<PanoramaFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new InputError(
      `panorama-backgrounds: the folder ${folder} cannot be read; give a folder with .hdr or .exr files.`,
      undefined,
      { cause },
    );
  });
  const files = names.sort().flatMap((name): PanoramaFile[] => {
    const format = extname(name).slice(1).toLowerCase();
    return format === 'hdr' || format === 'exr'
      ? [{ name, format, read: () => readFile(join(folder, name)) }]
      : [];
  });
  if (files.length > 0) return files;
  throw new InputError(`panorama-backgrounds: the folder ${folder} holds no .hdr or .exr file.`);
}

/** The panoramas of the package @pmndrs/assets, by name. Throws EnvironmentError when it is not installed. */
export async function panoramasOfPackage(): Promise<PanoramaFile[]> {
  const folder = join(dirname(locatePackage()), 'hdri');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.exr.js')).sort();
  return names.map((name) => ({
    name: name.slice(0, -'.js'.length),
    format: 'exr',
    read: async () => bytesOfModule(await readFile(join(folder, name), 'latin1')),
  }));
}

function locatePackage(): string {
  try {
    return createRequire(import.meta.url).resolve('@pmndrs/assets/package.json');
  } catch (cause) {
    throw new EnvironmentError(
      'panorama-backgrounds: the package @pmndrs/assets is not installed; run npm install, or give a folder.',
      { cause },
    );
  }
}

/** The package keeps each file as a module that exports a base64 data URL. */
function bytesOfModule(source: string): Uint8Array {
  const start = source.indexOf('base64,') + 'base64,'.length;
  return Buffer.from(source.slice(start, source.indexOf("'", start)), 'base64');
}
