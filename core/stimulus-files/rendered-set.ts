import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Table } from '../assembly/table.ts';
import type { Frames, PictureFormat } from '../contracts/pictures.ts';
import { joinFrames } from '../pictures/frames.ts';
import { decodePng } from '../pictures/png.ts';

/** A stimulus set whose pictures lie in a folder. */
export interface RenderedSet {
  readonly id: string;
  readonly folder: string;
  /** Every column, one row per picture in the folder. */
  readonly table: Table;
  /** Names of the picture files, row by row. */
  readonly names: readonly string[];
  readonly format: PictureFormat;
  readonly hasMasks: boolean;
}

/** Pictures of the given rows, in that order. */
export async function readPictures(
  { folder, names }: RenderedSet,
  kind: 'images' | 'masks',
  rows: readonly number[],
): Promise<Frames> {
  const pictures: Frames[] = [];
  for (const row of rows) {
    const path = join(folder, kind, names[row]);
    pictures.push(decodePng(await readFile(path), path));
  }
  return joinFrames(pictures);
}
