import fc from 'fast-check';
import type { Results } from '../../../core/contracts/results.ts';
import { JsonResults } from '../../../plugins/json-results/json-results.ts';
import { exampleReport } from '../../support/report.ts';

async function write(results: Results): Promise<string> {
  const [file] = await new JsonResults().report({ results, contactSheets: [], portraits: [] });
  return String(file.content);
}

describe('json-results', () => {
  let results: Results;

  beforeAll(async () => {
    ({ results } = await exampleReport());
  });

  test('writes one file whose numbers come back unchanged', async () => {
    const content = await write(results);
    expect(JSON.parse(content)).toEqual(results);
    expect(content.endsWith('}\n')).toBe(true);
  });

  test('keeps every float64 at full precision', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (raw) => {
        const scores = [{ ...results.scores[0], raw }];
        const written = JSON.parse(await write({ ...results, scores, findings: [], performance: [] }));
        expect(written.scores[0].raw + 0).toBe(raw + 0);
      }),
      { numRuns: 30 },
    );
  });

  test('gives the same bytes however the keys were ordered', async () => {
    const reversed = Object.fromEntries(Object.entries(results).reverse()) as Results;
    expect(await write(reversed)).toBe(await write(results));
  });

  test('refuses numbers that JSON would turn into null, and names the place', async () => {
    const findings = [{ ...results.findings[0], value: Number.NaN }];
    await expect(write({ ...results, findings })).rejects.toThrow(/findings\[0\]\.value/);
  });

  test('refuses keys that the schema does not know', async () => {
    await expect(write({ ...results, notes: 'none' } as Results)).rejects.toThrow(/notes/);
  });
});
