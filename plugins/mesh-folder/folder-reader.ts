import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { InputError } from '../../core/errors/errors.ts';

const mebibyte = 2 ** 20;
const largestFile = 512 * mebibyte;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/** Reads meshes and the files that they name, and nothing outside the folder. */
export class FolderReader {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** Where a file lies that another one names. Throws InputError when that is outside the folder. */
  locate(name: string, namedBy: string): string {
    const path = resolve(dirname(namedBy), name);
    if (!scheme.test(name) && path.startsWith(this.#folder + sep)) return path;
    throw new InputError(
      `mesh-folder: ${namedBy} names "${name}", which lies outside the folder ${this.#folder}; move it there.`,
    );
  }

  /** Throws InputError when the file is missing or larger than 512 MiB. */
  async read(path: string, namedBy?: string): Promise<Uint8Array<ArrayBuffer>> {
    const size = await sizeOf(path);
    if (size === undefined)
      throw new InputError(
        namedBy === undefined
          ? `mesh-folder: the file ${path} is missing.`
          : `mesh-folder: ${namedBy} needs ${relative(dirname(namedBy), path)}, which is missing.`,
      );
    if (size > largestFile)
      throw new InputError(
        `mesh-folder: ${path} has ${Math.round(size / mebibyte)} MiB; a file may have ${largestFile / mebibyte} MiB at most.`,
      );
    return new Uint8Array(await readFile(path));
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}
