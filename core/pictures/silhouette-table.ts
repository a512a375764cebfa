import { type Table, table } from '../assembly/table.ts';
import { measureSilhouette, silhouetteNames } from './silhouette.ts';

const columnNames = [...silhouetteNames, 'visible_fraction'] as const;

/** How many numbers `silhouetteRow` gives. */
export const silhouetteWidth = columnNames.length;

/**
 * The measures of one silhouette in the order of the columns.
 * @param mask coverage `[height, width]`, 0 … 255
 * @param visible share of the silhouette within the picture, 0 … 1
 */
export function silhouetteRow(
  mask: Uint8Array,
  width: number,
  height: number,
  visible: number,
): readonly number[] {
  const silhouette = measureSilhouette(mask, width, height);
  return [...silhouetteNames.map((name) => silhouette[name]), visible];
}

/** Rows of `silhouetteRow`, one behind the other, as named columns. */
export function silhouetteTable(rows: Float64Array): Table {
  const length = rows.length / silhouetteWidth;
  const column = (index: number) =>
    Float64Array.from({ length }, (_, row) => rows[row * silhouetteWidth + index]);
  return table(Object.fromEntries(columnNames.map((name, index) => [name, column(index)])));
}
