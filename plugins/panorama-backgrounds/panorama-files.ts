import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { EnvironmentError, InputError } from '../../core/errors/errors.ts';
import { didYouMean } from '../../core/errors/suggestions.ts';
import type { PanoramaOptions } from './options.ts';

const formats = ['hdr', 'exr', 'jpg', 'png'] as const;
export type PanoramaFormat = (typeof formats)[number];

export interface PanoramaFile {
  /** Without ending. */
  readonly name: string;
  /** Names the file in messages. */
  readonly place: string;
  readonly format: PanoramaFormat;
  read(): Promise<Uint8Array>;
}

const mostMegabytes = 256;

/** The panoramas of a folder, by name. Throws InputError when there is none. */
export async function panoramasInFolder(folder: string): Promise<PanoramaFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new InputError(
      `panorama-backgrounds: the folder ${folder} cannot be read; give a folder with panoramas (.hdr, .exr, .jpg, .png).`,
      undefined,
      { cause },
    );
  });
  const files = names.sort().flatMap((name): PanoramaFile[] => {
    const format = formatOf(name);
    if (!format) return [];
    const place = join(folder, name);
    return [{ name: stem(name), place, format, read: () => readWithin(place) }];
  });
  if (files.length > 0) return files;
  throw new InputError(`panorama-backgrounds: the folder ${folder} holds no .hdr, .exr, .jpg or .png file.`);
}

/** The panoramas of the package @pmndrs/assets, by name. Throws EnvironmentError when it is not installed. */
export async function panoramasOfPackage(): Promise<PanoramaFile[]> {
  const folder = join(dirname(locatePackage()), 'hdri');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.exr.js')).sort();
  return names.map((name) => ({
    name: stem(stem(name)),
    place: `@pmndrs/assets: ${name}`,
    format: 'exr',
    read: async () => bytesOfModule(await readFile(join(folder, name), 'latin1')),
  }));
}

/** Those that the options name. Throws InputError for a name that no file has, or when none is left. */
export function chosenPanoramas(
  files: readonly PanoramaFile[],
  { panoramas, except }: Pick<PanoramaOptions, 'panoramas' | 'except'>,
): readonly PanoramaFile[] {
  const known = files.map(({ name }) => name);
  for (const name of panoramas ?? except ?? [])
    if (!known.includes(name))
      throw new InputError(
        `panorama-backgrounds: there is no panorama named "${name}"; ${didYouMean(name, known)}`,
      );
  const chosen = files.filter(({ name }) => panoramas?.includes(name) ?? !except?.includes(name));
  if (chosen.length > 0) return chosen;
  throw new InputError('panorama-backgrounds: the option except leaves no panorama; name fewer.');
}

function formatOf(name: string): PanoramaFormat | undefined {
  const ending = extname(name).slice(1).toLowerCase().replace('jpeg', 'jpg');
  return formats.find((format) => format === ending);
}

function stem(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

async function readWithin(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > mostMegabytes * 1e6)
    throw new InputError(
      `panorama-backgrounds: ${file} has ${Math.ceil(size / 1e6)} MB; shrink it to ${mostMegabytes} MB or less, 2048 x 1024 is all that is used.`,
    );
  return readFile(file);
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
