import { CsvError, parse } from 'csv-parse/sync';
import { assembly, type Coordinate } from '../assembly/assembly.ts';
import { InputError } from '../errors/errors.ts';
import type { ArrayFile } from './array-file.ts';

const repetition = 'repetition';

/**
 * A matrix from text, one row per stimulus. A first line that is not numeric names the columns; a first column that is
 * not numeric, or called `stimulus_id`, names the rows; columns called `repetition` number them. Empty cells and `nan` are
 * NaN.
 * @param file for messages; tabs separate the cells of a .tsv.
 * Throws InputError, with line and column, for cells that are no numbers and for rows of different lengths.
 */
export function csvArray(text: string, file: string): ArrayFile {
  const cells = parseCells(text, file);
  const header = cells.length > 0 && cells[0].slice(1).some((cell) => !isNumeric(cell)) ? 1 : 0;
  const body = cells.slice(header);
  if (body.length === 0) throw new InputError(`${file}: holds no numbers.`);
  const names = header ? cells[0] : [];
  const labelled = names[0] === 'stimulus_id' || body.some(([first]) => !isNumeric(first)) ? 1 : 0;
  const places = body[0].flatMap((_, place) =>
    place >= labelled && names[place] !== repetition ? [place] : [],
  );
  const [rows, columns] = [body.length, places.length];
  if (columns < 1) throw new InputError(`${file}: holds no column of numbers.`);
  const data = new Float64Array(rows * columns);
  const numberIn = (line: number, place: number) =>
    numberAt(body[line], place, { file, line: line + header + 1 });
  for (let row = 0; row < rows; row++)
    for (const [column, place] of places.entries()) data[row * columns + column] = numberIn(row, place);
  const coordinates: Record<string, Coordinate> = {};
  const along = (dimension: string, values: Coordinate['values']): Coordinate => ({ dimension, values });
  if (labelled)
    coordinates.stimulus_id = along(
      'presentation',
      body.map(([first]) => first),
    );
  if (names.includes(repetition)) {
    const place = names.indexOf(repetition);
    coordinates.repetition = along(
      'presentation',
      Float64Array.from(body, (_, row) => numberIn(row, place)),
    );
  }
  if (header)
    coordinates.neuroid_id = along(
      'neuroid',
      places.map((place) => names[place]),
    );
  return assembly({ dimensions: ['presentation', 'neuroid'], shape: [rows, columns], data, coordinates });
}

function parseCells(text: string, file: string): string[][] {
  try {
    return parse(text, {
      delimiter: file.toLowerCase().endsWith('.tsv') ? '\t' : ',',
      trim: true,
      bom: true,
      skip_empty_lines: true,
    }) as string[][];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new InputError(`${file}: is not a regular table: ${cause.message}.`, undefined, { cause });
  }
}

function isNumeric(cell: string): boolean {
  return cell === '' || /^nan$/i.test(cell) || Number.isFinite(Number(cell));
}

function numberAt(cells: readonly string[], index: number, place: { file: string; line: number }): number {
  const cell = cells[index];
  if (isNumeric(cell)) return cell === '' || /^nan$/i.test(cell) ? Number.NaN : Number(cell);
  throw new InputError(`"${cell}" is not a number.`, { ...place, column: index + 1 });
}
