import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { ResultsSchema } from '../contracts/results.ts';

/** `core/contracts/results.schema.json`: the shape of `results.json` as JSON Schema 2020-12. */
export const resultsSchemaFile = new URL('../contracts/results.schema.json', import.meta.url);

export function resultsSchemaText(): string {
  const schema = z.toJSONSchema(ResultsSchema.meta({ title: 'Results of a Neuroid scene' }));
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.filename === process.argv[1]) await writeFile(resultsSchemaFile, resultsSchemaText());
