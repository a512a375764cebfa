import { join } from 'node:path';
import { createArray, writeArray, writeGroup } from '../store/zarr.ts';
import { type RenderedSet, readPictures } from './rendered-set.ts';

/**
 * A stimulus set as the Zarr v3 group `stimuli.zarr`, which xarray opens: `images` and `masks`, and every column as a
 * coordinate of the dimension `stimulus`. Memory holds one block of pictures at a time.
 */
export async function writeZarr(set: RenderedSet, into: string): Promise<void> {
  const group = join(into, 'stimuli.zarr');
  const { table, format } = set;
  const coordinates = Object.keys(table.columns).join(' ');
  await writeGroup(group, { name: set.id, degrees: format.degrees, coordinates });
  for (const [name, data] of Object.entries(table.columns))
    await writeArray(group, name, {
      shape: [table.length],
      dimensions: ['stimulus'],
      data,
      attributes: {},
    });
  for (const kind of ['images', ...(set.hasMasks ? (['masks'] as const) : [])] as const)
    await writePictures(set, group, kind);
}

async function writePictures(set: RenderedSet, group: string, kind: 'images' | 'masks'): Promise<void> {
  const { table, format } = set;
  const { height, width, channels } = format;
  const hasChannels = kind === 'images';
  const pictures = await createArray(
    group,
    kind,
    {
      shape: [table.length, height, width, ...(hasChannels ? [channels] : [])],
      dimensions: ['stimulus', 'y', 'x', ...(hasChannels ? ['channel'] : [])],
      attributes: {},
    },
    'uint8',
  );
  for (let start = 0; start < table.length; start += pictures.rowsPerBlock) {
    const length = Math.min(pictures.rowsPerBlock, table.length - start);
    const rows = Array.from({ length }, (_, index) => start + index);
    await pictures.write(start, (await readPictures(set, kind, rows)).data);
  }
}
