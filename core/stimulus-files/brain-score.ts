import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { table } from '../assembly/table.ts';
import type { RenderedSet } from './rendered-set.ts';
import { csvText } from './stimuli-csv.ts';

/** All files bear the first day of ZIP, so that equal pictures give equal bytes. */
const entry = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: false };

/**
 * A stimulus set as Brain-Score packages it (BrainIO format): `stimulus_set.csv` with `stimulus_id` and `filename`, and
 * `stimulus_set.zip`, flat, with these files.
 */
export async function writeBrainScore(
  { folder, table: stimuli, names }: RenderedSet,
  into: string,
): Promise<void> {
  const zip = new yazl.ZipFile();
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
  });
  for (const name of names) zip.addFile(join(folder, 'images', name), name, entry);
  zip.end();
  await Promise.race([failed, pipeline(zip.outputStream, createWriteStream(join(into, 'stimulus_set.zip')))]);
  await writeFile(join(into, 'stimulus_set.csv'), csvText(table({ ...stimuli.columns, filename: names })));
}
