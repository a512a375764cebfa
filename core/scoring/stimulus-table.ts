import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { selectRows, strings, type Table, table } from '../assembly/table.ts';
import { InputError } from '../errors/errors.ts';

/**
 * What is known of the stimuli: the file's columns, one row per stimulus of the responses, joined by `stimulus_id` where
 * both sides have it, else in the same order. Throws InputError when rows are missing or the file is no table.
 */
export async function joinStimulusTable(stimuli: Table, file: string): Promise<Table> {
  const given = parseTable(await readText(file), file);
  if (!stimuli.columns.stimulus_id || !given.columns.stimulus_id) {
    if (given.length === stimuli.length) return given;
    throw new InputError(
      `${file}: has ${given.length} rows, the responses have ${stimuli.length} stimuli; give one row per stimulus.`,
    );
  }
  const rows = new Map(strings(given, 'stimulus_id').map((id, row) => [id, row]));
  const wanted = strings(stimuli, 'stimulus_id');
  const missing = wanted.filter((id) => !rows.has(id));
  if (missing.length === 0)
    return selectRows(
      given,
      wanted.map((id) => rows.get(id) ?? 0),
    );
  throw new InputError(
    `${file}: lacks ${missing.length} of the ${wanted.length} stimuli of the responses, for instance "${missing[0]}".`,
  );
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError(`${file}: cannot be read; --stratify names a CSV file or a coordinate.`, undefined, {
      cause,
    });
  }
}

function parseTable(text: string, file: string): Table {
  try {
    const [names = [], ...rows] = parse(text, { bom: true, skip_empty_lines: true }) as string[][];
    if (rows.length === 0) throw new InputError(`${file}: has no rows below its line of column names.`);
    return table(Object.fromEntries(names.map((name, column) => [name, rows.map((row) => row[column])])));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new InputError(`${file}: is not a regular table: ${cause.message}.`, undefined, { cause });
  }
}
