import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frames, PictureFormat } from '../contracts/pictures.ts';
import { decodePng } from '../pictures/png.ts';
import { readPngHeader } from '../pictures/png-file.ts';
import { explainWriteError } from '../store/atomic.ts';

/** Folders of a rendered set that hold one picture per stimulus. */
export type PictureFolder = 'images' | 'masks' | 'depth' | 'normals';

/** Holds files that are not whole yet. */
export const unfinishedName = '.unfinished';

/** The note in a mask file that says which share of the silhouette lies within the picture. */
const visibleKeyword = 'visible_fraction';

/** The pictures of a rendered set on disk. Reading and writing block: a worker has nothing else to do. */
export class PictureFiles {
  readonly #folder: string;
  readonly #format: PictureFormat;

  constructor(folder: string, format: PictureFormat) {
    this.#folder = folder;
    this.#format = format;
  }

  /** A folder is there before the first picture is, so that the pictures of a set without masks can be told. */
  hasFolder(kind: PictureFolder): boolean {
    return existsSync(join(this.#folder, kind));
  }

  /** Whether a picture is there, whole and of the right size. */
  has(kind: PictureFolder, name: string): boolean {
    return this.#readWhole(kind, name) !== undefined;
  }

  /** The mask that is there, if it is whole. */
  mask(name: string): { readonly frames: Frames; readonly visible: number } | undefined {
    const bytes = this.#readWhole('masks', name);
    if (!bytes) return undefined;
    try {
      const visible = Number(readPngHeader(bytes)?.text[visibleKeyword]);
      return { frames: decodePng(bytes, name), visible };
    } catch {
      return undefined;
    }
  }

  /** Writes a file whole or not at all. Throws EnvironmentError when it cannot. */
  write(kind: PictureFolder, name: string, bytes: Uint8Array): void {
    const unfinished = join(this.#folder, unfinishedName, `${process.pid}-${kind}-${name}`);
    const path = join(this.#folder, kind, name);
    try {
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw explainWriteError(error, path);
    }
  }

  makeFolders(kinds: readonly PictureFolder[]): void {
    for (const kind of [unfinishedName, ...kinds]) mkdirSync(join(this.#folder, kind), { recursive: true });
  }

  #readWhole(kind: PictureFolder, name: string): Uint8Array | undefined {
    try {
      const bytes = readFileSync(join(this.#folder, kind, name));
      const header = readPngHeader(bytes);
      const { width, height } = this.#format;
      return header?.width === width && header.height === height ? bytes : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The notes of a mask file. */
export function maskNotes(visible: number): Readonly<Record<string, string>> {
  return { [visibleKeyword]: String(visible) };
}
