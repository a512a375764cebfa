import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Results, ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

/** Runs a scene and reads its results; several runs share one store. */
async function resultsOf(scene: string, folder: string): Promise<Results> {
  const { code, errors } = await neuroid(
    'run',
    scene,
    '--out',
    join(folder, 'out'),
    '--store',
    join(folder, 'store'),
  );
  expect({ code, errors }).toEqual({ code: 0, errors: expect.any(String) });
  return ResultsSchema.parse(JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')));
}

const withResults = (text: string, look: (results: Results) => void) =>
  withScene(text, async (folder, scene) => look(await resultsOf(scene, folder)));

const protocols =
  (...entries: string[]) =>
  (scene: string) =>
    scene.replace(/protocols: .*\n/, `protocols:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`);

describe('protocols of a scene', () => {
  test('train-size curves: nested sets, the same test stimuli, a score that grows', () => {
    const scene = protocols(
      '{ id: folds, split: k-fold, folds: 3, trainSizes: [30, 8] }',
      '{ id: objects, split: grouped-k-fold, label: object_name, folds: 4 }',
      '{ id: categories, split: stratified-k-fold, label: category_name, folds: 3 }',
    )(smallScene());
    return withResults(scene, ({ trainSizes, scores }) => {
      expect(trainSizes.map(({ trainStimuli, protocol, layer }) => [trainStimuli, protocol, layer])).toEqual([
        [8, 'folds', null],
        [30, 'folds', null],
      ]);
      const whole = scores.find(({ protocol, layer }) => protocol === 'folds' && layer === null);
      const raws = [...trainSizes.map(({ raw }) => raw), whole?.raw ?? Number.NaN];
      expect(raws).toEqual(raws.toSorted((a, b) => a - b));
      for (const { n, ceiling } of trainSizes) expect([n, ceiling]).toEqual([whole?.n, whole?.ceiling]);
      for (const { raw } of scores) expect(raw).toBeGreaterThan(0.5);
    });
  });

  test('more training stimuli than a split has', () =>
    withScene(
      protocols('{ id: folds, split: k-fold, folds: 3, trainSizes: [33] }')(smallScene()),
      async (_folder, scene) => {
        const { code, errors } = await neuroid('run', scene);
        expect(code).toBe(2);
        expect(errors).toMatch(
          /scene\.yaml:14:5: trainSizes asks for 33 training stimuli, but fold-1 has 32; ask for at most 32\.$/m,
        );
      },
    ));
});

describe('ceilings of a scene', () => {
  test('stimuli shown once: scores as they are, no ceiling, said so', () => {
    const scene = smallScene({
      populations: '{ id: V1, plugin: pixel-neuroids, repetitions: 1 }',
      rest: 'comparisons: [{ plugin: rsa, over: stimulus_id }]\nhypotheses: [reproducible-brain]',
    });
    return withResults(scene, ({ scores, populations, warnings, comparisons, findings }) => {
      for (const score of scores) {
        expect(score).toMatchObject({ ceiling: null, ceiled: null, interval: null });
        expect(score.raw).toBeGreaterThan(0.5);
      }
      expect(populations[0]).toMatchObject({ reliability: null, neuroids: 5, excluded: [] });
      expect(warnings.join()).toMatch(/shown to V1 \(V1\) once: there is no noise ceiling/);
      expect(comparisons[0].ceiling).toBeNull();
      expect(findings).toMatchObject([{ hypothesis: 'reproducible-brain', verdict: 'inconclusive' }]);
    });
  });

  test('every correction by name, from the same r and ceiling', () =>
    withScene(smallScene({ rest: 'ceiling: { correction: ratio }' }), async (folder, scene) => {
      const text = readFileSync(scene, 'utf8');
      const { writeFile } = await import('node:fs/promises');
      const found = new Map<string, Results['scores'][number]>();
      for (const correction of ['ratio', 'squared-ratio', 'two-sided', 'kell-2018', 'feve']) {
        await writeFile(scene, text.replace('correction: ratio', `correction: ${correction}`));
        found.set(correction, (await resultsOf(scene, folder)).scores[1]);
      }
      const [{ raw, ceiling }] = found.values();
      const c = ceiling ?? Number.NaN;
      const ceiled = Object.fromEntries(
        Array.from(found, ([name, score]) => [name, score.ceiled ?? Number.NaN]),
      );
      expect(ceiled.ratio).toBeCloseTo(raw / Math.sqrt(c), 12);
      expect(ceiled['squared-ratio']).toBeCloseTo((raw / c) ** 2, 12);
      for (const [name, score] of found) {
        expect(score).toMatchObject({ raw, ceiling, correction: name });
        expect(score.interval?.low).toBeLessThan(score.interval?.high ?? Number.NaN);
      }
      expect(ceiled['two-sided']).toBeGreaterThan(ceiled.ratio - 0.02);
      expect(Math.abs(ceiled['kell-2018'] - ceiled['two-sided'] ** 2)).toBeLessThan(0.1);
      expect(ceiled.feve).toBeGreaterThan(0.5);
      expect(ceiled.feve).toBeLessThan(1.05);
    }));

  test('neuroids that do not repeat themselves are named, and left out where a correction is undefined', () => {
    const scene = smallScene({
      populations: '{ id: V1, plugin: pixel-neuroids, neuroids: 30, repetitions: 2, noise: 12 }',
      rest: 'ceiling: { correction: feve }',
    });
    return withResults(scene, ({ scores, populations, warnings }) => {
      const [{ unreliable }] = populations;
      expect(unreliable.length).toBeGreaterThan(0);
      expect(warnings.join('\n')).toContain(unreliable.join(', '));
      for (const { uncorrected = [], ceiled } of scores) {
        expect(uncorrected.length).toBeGreaterThan(0);
        expect(ceiled).toEqual(expect.any(Number));
      }
    });
  });
});

describe('intervals of a scene', () => {
  test('animals are drawn before their neuroids; BCa moves the percentiles, not the values', () =>
    withScene(
      smallScene({ populations: '{ id: V1, plugin: pixel-neuroids, neuroids: 8, animals: 2 }' }),
      async (folder, scene) => {
        const { writeFile } = await import('node:fs/promises');
        const text = readFileSync(scene, 'utf8');
        const percentile = (await resultsOf(scene, folder)).scores[1];
        await writeFile(scene, text.replace('draws: 20', 'draws: 20, interval: bca'));
        const accelerated = (await resultsOf(scene, folder)).scores[1];
        expect(percentile.n).toEqual({ neuroids: 8, animals: 2, stimuli: 48, folds: 3, bootstrap: 20 });
        expect(accelerated.ceiled).toBe(percentile.ceiled);
        expect(accelerated.interval).not.toEqual(percentile.interval);
        expect(accelerated.interval?.low).toBeLessThan(accelerated.interval?.high ?? Number.NaN);
      },
    ));
});

describe('comparisons of a scene', () => {
  test('a layer and neuroids that weigh it are similar, shuffled ones are not', () => {
    const scene = smallScene({
      populations: '{ id: V1, plugin: pixel-neuroids, neuroids: 30, animals: 2 }',
      rest:
        'comparisons: [rsa, { id: crossnobis, plugin: rsa, dissimilarity: crossnobis, similarity: whitened-cosine }, ' +
        '{ id: tau, plugin: rsa, over: stimulus_id, dissimilarity: euclidean, similarity: kendall-a }, cka]',
    });
    return withResults(scene, ({ comparisons }) => {
      expect(comparisons.map(({ comparison }) => comparison)).toEqual(['rsa', 'crossnobis', 'tau', 'cka']);
      for (const { comparison, value, interval, control, p, ceiling, n, simulated } of comparisons) {
        expect([comparison, value > control + 0.1, p < 0.1]).toEqual([comparison, true, true]);
        expect([interval.low < value, value < interval.high, simulated]).toEqual([true, true, true]);
        expect(ceiling?.instances).toBe('animals');
        expect(ceiling?.lower).toBeLessThan(ceiling?.upper ?? Number.NaN);
        expect([n.neuroids, n.draws]).toEqual([30, 20]);
      }
      expect(comparisons.map(({ n }) => n.conditions)).toEqual([12, 12, 48, 48]);
    });
  });

  test('a column with too few values is refused, with its place', () =>
    withScene(
      smallScene({ rest: 'comparisons: [{ plugin: rsa, over: category_name }]' }),
      async (_folder, scene) => {
        const { code, errors } = await neuroid('run', scene);
        expect(code).toBe(2);
        expect(errors).toMatch(
          /scene\.yaml:17:15: a comparison needs 8 conditions or more, but category_name has 4 values/,
        );
      },
    ));
});

describe('the task of a scene', () => {
  test.each([
    ['1 }, folds: 3', '1 }, folds: 13', /scene\.yaml:15:14: "\S+" has 12 stimuli, fewer than the 13 folds/],
    [
      'performance: {',
      'performance: { label: categoryname,',
      /scene\.yaml:15:23: .* did you mean "category_name"/,
    ],
  ])('is refused before anything is drawn: %s → %s', (good, bad, message) =>
    withScene(smallScene().replace(good, bad), async (_folder, scene) => {
      const { code, errors } = await neuroid('run', scene);
      expect(code).toBe(2);
      expect(errors).toMatch(message);
    }),
  );
});
