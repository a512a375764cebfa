import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Results } from '../../../core/contracts/results.ts';
import { resultsSchemaFile, resultsSchemaText } from '../../../core/laboratory/results-schema.ts';
import { exampleReport } from '../../support/report.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(resultsSchemaText()),
);

describe('results.schema.json', () => {
  let results: Results;

  beforeAll(async () => {
    ({ results } = await exampleReport());
  });

  test('is what the contract gives', async () => {
    expect(await readFile(resultsSchemaFile, 'utf8')).toBe(resultsSchemaText());
  });

  test('accepts the results of a full scene', async () => {
    expect(validate(JSON.parse(JSON.stringify(results))) || validate.errors).toBe(true);
  });

  test('refuses an unknown verdict, a missing control and an unknown key', async () => {
    const [finding] = results.findings;
    const { control, ...uncontrolled } = finding;
    expect(validate({ ...results, findings: [{ ...finding, verdict: 'proved' }] })).toBe(false);
    expect(validate({ ...results, findings: [uncontrolled] })).toBe(false);
    expect(validate({ ...results, notes: [] })).toBe(false);
  });
});
