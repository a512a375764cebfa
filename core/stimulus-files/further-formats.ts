import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBrainScore } from './brain-score.ts';
import type { RenderedSet } from './rendered-set.ts';
import { writeZarr } from './zarr-group.ts';

const writers = { 'brain-score': writeBrainScore, zarr: writeZarr };

export type FurtherFormat = keyof typeof writers;

export const furtherFormats = Object.keys(writers) as readonly FurtherFormat[];

/**
 * Writes a rendered set in a further format beside its pictures, whole or not at all.
 * @param unfinished folder for what is not whole yet
 */
export async function writeFurther(
  format: FurtherFormat,
  set: RenderedSet,
  unfinished: string,
): Promise<void> {
  const into = join(unfinished, format);
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await writers[format](set, into);
  for (const name of await readdir(into)) {
    await rm(join(set.folder, name), { recursive: true, force: true });
    await rename(join(into, name), join(set.folder, name));
  }
}
