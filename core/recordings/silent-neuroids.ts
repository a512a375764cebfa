import { strings, type Table } from '../assembly/table.ts';

/**
 * Names of the neuroids without any response.
 * @param data rows of neuroids, NaN where a response is missing.
 */
export function silentNeuroids(neuroids: Table, data: Float64Array): readonly string[] {
  const answers = new Uint8Array(neuroids.length);
  for (let index = 0; index < data.length; index++)
    if (!Number.isNaN(data[index])) answers[index % neuroids.length] = 1;
  return strings(neuroids, 'neuroid_id').filter((_, column) => answers[column] === 0);
}
