import { setImmediate } from 'node:timers/promises';
import { strings } from '../assembly/table.ts';
import type { Drawing } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import type { OpenStimuli } from '../laboratory/open-stimuli.ts';
import { frameAt } from '../pictures/frames.ts';
import { encodePng } from '../pictures/png.ts';
import { silhouetteRow } from '../pictures/silhouette-table.ts';
import { depthPng, type MapName, normalsPng } from './geometry-pictures.ts';
import { maskNotes, PictureFiles } from './picture-files.ts';
import { fileName } from './set-description.ts';

/** Some pictures to write; plain data. */
export interface DrawTask {
  readonly folder: string;
  readonly rows: readonly number[];
  readonly maps: readonly MapName[];
}

export interface DrawnRows {
  /** How many of the rows had to be drawn. */
  readonly drawn: number;
  /** Measures of the silhouettes, row by row; absent where the source knows no objects. */
  readonly silhouettes?: Float64Array;
}

/** Pictures in memory at a time. */
const batchSize = 16;

/**
 * Writes the pictures of the rows; what is there and whole is kept. Throws InputError when maps are asked for that the
 * source does not have.
 */
export async function drawFiles(
  { built, descriptions }: OpenStimuli,
  { folder, rows, maps }: DrawTask,
): Promise<DrawnRows> {
  const { table, format } = descriptions;
  const ids = strings(table, 'stimulus_id');
  const files = new PictureFiles(folder, format);
  const measured = new Map<number, readonly number[]>();
  let knowsObjects = files.hasFolder('masks');
  let drawn = 0;

  function isKept(row: number): boolean {
    const name = fileName(ids[row]);
    if (!files.has('images', name) || !maps.every((map) => files.has(map, name))) return false;
    if (!knowsObjects) return true;
    const mask = files.mask(name);
    if (mask) measured.set(row, silhouetteRow(mask.frames.data, format.width, format.height, mask.visible));
    return mask !== undefined;
  }

  function write(row: number, position: number, { frames, masks, visible, geometry }: Drawing): void {
    const name = fileName(ids[row]);
    if (!files.has('images', name)) files.write('images', name, encodePng(frameAt(frames, position)));
    const shape = geometry?.[position];
    if (shape && maps.includes('depth') && !files.has('depth', name))
      files.write('depth', name, depthPng(shape, format.width, format.height));
    if (shape && maps.includes('normals') && !files.has('normals', name))
      files.write('normals', name, normalsPng(shape, format.width, format.height));
    if (!masks) return;
    const mask = frameAt(masks, position);
    const share = visible?.[position] ?? Number.NaN;
    if (!files.mask(name)) files.write('masks', name, encodePng(mask, maskNotes(share)));
    measured.set(row, silhouetteRow(mask.data, format.width, format.height, share));
  }

  for (let start = 0; start < rows.length; start += batchSize) {
    const missing = rows.slice(start, start + batchSize).filter((row) => !isKept(row));
    if (missing.length > 0) {
      const drawing = await built.part.draw(missing, 'presented', { geometry: maps.length > 0 });
      if (maps.length > 0 && !drawing.geometry)
        throw new InputError(
          '--maps: neither depth nor normals can be had of this stimulus set; leave the option out.',
        );
      knowsObjects = drawing.masks !== undefined;
      files.makeFolders(['images', ...maps, ...(knowsObjects ? (['masks'] as const) : [])]);
      missing.forEach((row, position) => {
        write(row, position, drawing);
      });
      drawn += missing.length;
    }
    await setImmediate();
  }
  const silhouettes = rows.flatMap((row) => measured.get(row) ?? []);
  return { drawn, ...(knowsObjects && { silhouettes: Float64Array.from(silhouettes) }) };
}
