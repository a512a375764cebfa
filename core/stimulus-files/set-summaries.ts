import { join } from 'node:path';
import { selectRows, type Table, table as tableOf } from '../assembly/table.ts';
import type { ObjectParameters } from '../contracts/object-source.ts';
import { sampleSheet } from '../laboratory/contact-sheets.ts';
import { encodePng } from '../pictures/png.ts';
import { silhouetteTable } from '../pictures/silhouette-table.ts';
import { explainWriteError, writeFileAtomically } from '../store/atomic.ts';
import { type FurtherFormat, writeFurther } from './further-formats.ts';
import { unfinishedName } from './picture-files.ts';
import { type RenderedSet, readPictures } from './rendered-set.ts';
import type { SetDescription } from './set-description.ts';
import { csvText } from './stimuli-csv.ts';

export interface SetToSummarise {
  readonly id: string;
  readonly folder: string;
  readonly rows: readonly number[];
  readonly description: SetDescription;
  readonly names: readonly string[];
  readonly also: readonly FurtherFormat[];
  /** Parameters of the objects, where their source has them. */
  readonly objects: Readonly<Record<string, ObjectParameters>> | undefined;
}

/** Writes what stands beside the pictures of a folder once all are there: further formats, sheet, objects, table. */
export async function writeSummaries(
  { id, folder, rows, description, names, also, objects }: SetToSummarise,
  silhouettes: Float64Array | undefined,
): Promise<void> {
  const { format } = description;
  const chosen = rows.map((row) => names[row]);
  const table = completeTable(selectRows(description.table, rows), chosen, format.degrees, silhouettes);
  const set: RenderedSet = { id, folder, table, names: chosen, format, hasMasks: silhouettes !== undefined };
  const sheet = await sampleSheet({
    ...set,
    frames: (members) => readPictures(set, 'images', Array.from(members)),
  });
  await writeFileAtomically(join(folder, 'contact-sheet.png'), encodePng(sheet.picture));
  if (objects)
    await writeFileAtomically(join(folder, 'objects.json'), `${JSON.stringify(objects, null, 2)}\n`);
  for (const further of also)
    await writeFurther(further, set, join(folder, unfinishedName)).catch((error) => {
      throw explainWriteError(error, folder);
    });
  await writeFileAtomically(join(folder, 'stimuli.csv'), csvText(table));
}

/** The table of the source with the place of every picture, its visual angle and the measures of its silhouette. */
function completeTable(
  described: Table,
  names: readonly string[],
  degrees: number,
  silhouettes: Float64Array | undefined,
): Table {
  return tableOf({
    ...described.columns,
    filename: names.map((name) => `images/${name}`),
    ...(!('degrees' in described.columns) && { degrees: new Float64Array(names.length).fill(degrees) }),
    ...(silhouettes && silhouetteTable(silhouettes).columns),
  });
}
