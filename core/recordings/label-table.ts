import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { type Column, type Table, table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';

/**
 * What a file beside the responses says of them, one row each: a table (.csv, .tsv) with a header, or a list of names, one
 * per line, which becomes the column `name`. Columns in which every cell is a number are numeric.
 * @param option for messages. Throws InputError when the file cannot be read.
 */
export async function readLabels(file: string, option: string, name: string): Promise<Table> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new InputError(
      `${file}: cannot be read; the option ${option} must name a file that exists.`,
      undefined,
      {
        cause,
      },
    );
  });
  if (!/\.[ct]sv$/i.test(file)) {
    const names = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return table({ [name]: names });
  }
  const [header = [], ...rows] = cellsOf(text, file);
  return table(
    Object.fromEntries(
      header.map((column, index) => [
        column,
        columnOf(
          column,
          rows.map((row) => row[index]),
        ),
      ]),
    ),
  );
}

function cellsOf(text: string, file: string): string[][] {
  try {
    const delimiter = /\.tsv$/i.test(file) ? '\t' : ',';
    return parse(text, { delimiter, trim: true, bom: true, skip_empty_lines: true }) as string[][];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new InputError(`${file}: is not a regular table: ${cause.message}.`, undefined, { cause });
  }
}

function columnOf(name: string, cells: readonly string[]): Column {
  const numeric =
    !name.endsWith('_id') && cells.every((cell) => cell !== '' && Number.isFinite(Number(cell)));
  return numeric ? Float64Array.from(cells, Number) : cells;
}
