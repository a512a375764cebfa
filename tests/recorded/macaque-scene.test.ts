import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Results, ResultsSchema } from '../../core/contracts/results.ts';
import { dataFolder } from './folder.ts';

/** Ten-fold ridge on the same recordings and features, computed with independent code; pool2 is not reproduced. */
const reference = { pixels: 0.251, pool1: 0.375, pool3: 0.439, pool4: 0.555, 'last-1x1': 0.5, output: 0.427 };

(dataFolder ? describe : describe.skip)('scenes/macaque-v4.yaml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'neuroid-macaque-'));
  let results: Results;

  beforeAll(async () => {
    const project = join(import.meta.dirname, '..', '..');
    await promisify(execFile)(process.execPath, [
      join(project, 'core', 'cli', 'neuroid.mjs'),
      ...['run', join(project, 'scenes', 'macaque-v4.yaml'), '--set', `data=${dataFolder}`],
      ...['--out', folder, '--store', join(folder, 'store')],
    ]);
    results = ResultsSchema.parse(JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')));
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const layers = (protocol: string) =>
    results.scores.filter((score) => score.protocol === protocol && score.layer !== null);

  test.each(Object.entries(reference))('%s predicts as well as the reference says', (layer, expected) => {
    const score = layers('ten-folds').find((found) => found.layer === layer);
    expect(Math.abs((score?.raw ?? Number.NaN) - expected)).toBeLessThan(0.03);
  });

  test('pool4 is best, under both protocols', () => {
    for (const protocol of ['ten-folds', 'leave-object-out']) {
      const best = layers(protocol).toSorted((a, b) => b.raw - a.raw)[0];
      expect(best.layer).toBe('pool4');
    }
  });

  test('shuffled responses are not predicted', () => {
    for (const { control } of results.scores) expect(Math.abs(control)).toBeLessThan(0.03);
  });

  test('the neuroids are as reliable as the reference says, and recorded', () => {
    const [population] = results.populations;
    expect(Math.abs((population.reliability?.median ?? Number.NaN) - 0.751)).toBeLessThan(0.01);
    expect(population).toMatchObject({ neuroids: 50, simulated: false, truthReliability: null });
    expect(population.repetitions).toEqual({ fewest: 6, median: 8, most: 10 });
  });
});
