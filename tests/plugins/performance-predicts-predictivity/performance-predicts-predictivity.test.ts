import type { Evidence, ScenePlan, TrainingFacts } from '../../../core/contracts/evidence.ts';
import { FindingSchema } from '../../../core/contracts/findings.ts';
import type { Features } from '../../../core/contracts/readout.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { type Options, optionsSchema } from '../../../plugins/performance-predicts-predictivity/options.ts';
import { PerformancePredictsPredictivity } from '../../../plugins/performance-predicts-predictivity/performance-predicts-predictivity.ts';
import { farOff } from '../../measurements/calibration/calibrate.ts';
import calibration from '../../measurements/calibration/hypotheses/performance-predicts-predictivity.ts';
import { type BackboneTruth, constructEvidence } from '../../support/evidence.ts';

function findings(evidence: Evidence, options: Partial<Options> = {}, seed = 'test') {
  const hypothesis = new PerformancePredictsPredictivity(optionsSchema.parse(options));
  return hypothesis.test(evidence, createRandomStreams(seed));
}

/** Backbones with one layer each; `explained` gives the explained variance of IT from accuracy and index. */
function backbones(count: number, explained: (accuracy: number, index: number) => number): BackboneTruth[] {
  return Array.from({ length: count }, (_, index) => {
    const accuracy = 0.2 + (0.6 * index) / (count - 1);
    return { id: `model-${index}`, family: 'cnn', accuracy, profiles: { IT: [explained(accuracy, index)] } };
  });
}

function trainingOf(of: string): TrainingFacts {
  return {
    objective: 'category-objective',
    options: {},
    on: 'screening',
    stimuli: 100,
    rows: [],
    excluded: [],
    checkpoint: 1,
    of,
  };
}

/** Stimuli that vary in so many orthogonal directions alike. */
function featuresOf(dimensions: number): Features {
  const count = 2 * dimensions;
  const data = new Float64Array(count ** 2);
  for (let row = 0; row < count; row++)
    for (let other = 0; other < count; other++)
      if (row % dimensions === other % dimensions) data[row * count + other] = row === other ? 1 : -1;
  const gram = { rows: count, columns: count, data };
  return { count, units: dimensions, gram: () => gram, values: () => Promise.reject(new Error('no values')) };
}

describe('performance-predicts-predictivity', () => {
  test('supports a relation that is true by construction, with figures that the schema accepts', async () => {
    const [finding, ...others] = await findings(
      constructEvidence(backbones(12, (accuracy) => 0.6 * accuracy)),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      verdict: 'supported',
      n: 12,
      simulated: true,
      subject: 'IT · across-objects',
    });
    expect(finding.value).toBeCloseTo(1, 10);
    expect(finding.interval.low).toBeGreaterThan(0.8);
    expect(finding.interval.high).toBeLessThanOrEqual(1);
    expect(finding.control).toBeLessThan(0.4);
    expect(FindingSchema.safeParse(finding).success).toBe(true);
  });

  test('does not support the opposite relation', async () => {
    const [finding] = await findings(constructEvidence(backbones(12, (accuracy) => 0.6 - 0.6 * accuracy)));
    expect(finding).toMatchObject({ verdict: 'not supported' });
    expect(finding.value).toBeCloseTo(-1, 10);
  });

  test('noise of stimuli and neuroids widens the interval beyond that of backbones alone', async () => {
    const truth = backbones(10, (accuracy, index) => 0.6 * accuracy + (index % 2) * 0.05);
    const [quiet] = await findings(constructEvidence(truth, { noise: 0 }));
    const [noisy] = await findings(constructEvidence(truth, { noise: 0.15 }));
    const width = ({ interval }: typeof quiet) => interval.high - interval.low;
    expect(width(noisy)).toBeGreaterThan(1.5 * width(quiet));
  });

  test('three backbones, or backbones without differences, are inconclusive', async () => {
    const [few] = await findings(constructEvidence(backbones(3, (accuracy) => accuracy / 2)));
    const [flat] = await findings(
      constructEvidence(
        backbones(8, () => 0.3),
        { noise: 0 },
      ),
    );
    expect(few).toMatchObject({ verdict: 'inconclusive', n: 3 });
    expect(few.explanation).toMatch(/Only 3/);
    expect(flat).toMatchObject({ verdict: 'inconclusive', value: 0, interval: { low: -1, high: 1 } });
    expect(flat.explanation).toMatch(/undefined/);
  });

  test('ranks bear one extreme backbone that values do not', async () => {
    const truth = backbones(9, (accuracy, index) => (index === 8 ? 60 : 0.5 * accuracy));
    const evidence = constructEvidence(truth);
    const [values] = await findings(evidence);
    const [ranks] = await findings(evidence, { correlation: 'spearman' });
    expect(ranks.value).toBeCloseTo(1, 10);
    expect(values.value).toBeLessThan(0.7);
  });

  test('uses the deepest layer that was read out, and says which backbones have no performance', async () => {
    const evidence = constructEvidence(backbones(6, (accuracy) => accuracy / 2));
    const deepest = evidence.performance.filter(({ backbone }) => backbone !== 'model-0');
    const shallow = deepest.map((entry) => ({ ...entry, layer: 'stem', accuracy: 0.125 }));
    const [finding] = await findings({ ...evidence, performance: [...shallow, ...deepest] });
    expect(finding.n).toBe(5);
    expect(finding.value).toBeCloseTo(1, 10);
    expect(finding.explanation).toMatch(/model-0/);
  });

  test('finds nothing where no task was read out', async () => {
    const evidence = constructEvidence(backbones(6, (accuracy) => accuracy));
    expect(await findings({ ...evidence, performance: [] })).toEqual([]);
  });

  test('refuses a scene without a task, four backbones or the regions asked for, saying what to add', () => {
    const { plan } = constructEvidence(backbones(6, (accuracy) => accuracy));
    const refusal = (changed: Partial<ScenePlan>, options: Partial<Options> = {}) => {
      const hypothesis = new PerformancePredictsPredictivity(optionsSchema.parse(options));
      return () => hypothesis.require({ ...plan, ...changed });
    };
    expect(refusal({})).not.toThrow();
    expect(refusal({ task: undefined })).toThrow(/no task; add performance: \{ label: category_name/);
    expect(refusal({ backbones: plan.backbones.slice(0, 3) })).toThrow(
      /needs 4 backbones or more, .* has 3; add/,
    );
    expect(refusal({ populations: [] })).toThrow(/no population; add one to populations/);
    expect(refusal({}, { cloud: 'random' })).toThrow(
      /needs 4 backbones of the cloud "random" or more, .* has 0/,
    );
    expect(refusal({}, { regions: ['IT', 'V2'] })).toThrow(/needs the region V2, but the scene has IT/);
  });

  test('checkpoints of one training count once: four times the same points are no more certain', async () => {
    const relation = (accuracy: number, index: number) =>
      0.2 * accuracy + [0.1, 0, 0.15, 0.05, 0.1, 0][index % 6];
    const once = constructEvidence(backbones(6, relation), { noise: 0 });
    const copies = [0, 1, 2, 3].flatMap((copy) =>
      backbones(6, relation).map((model) => ({ ...model, id: `${model.id}@${copy}` })),
    );
    const evidence = constructEvidence(copies, { noise: 0 });
    const asCheckpoints = {
      ...evidence,
      plan: {
        ...evidence.plan,
        backbones: evidence.plan.backbones.map((plan) => ({
          ...plan,
          training: trainingOf(plan.id.split('@')[0]),
        })),
      },
    };
    const [[single], [checkpoints], [independent]] = await Promise.all(
      [once, asCheckpoints, evidence].map((given) => findings(given)),
    );
    const width = ({ interval }: typeof single) => interval.high - interval.low;
    expect(checkpoints.value).toBeCloseTo(single.value, 10);
    expect(width(checkpoints)).toBeGreaterThan(0.8 * width(single));
    expect(width(independent)).toBeLessThan(0.7 * width(single));
    expect(checkpoints.explanation).toMatch(
      /6 independent groups.*Counted as one group: checkpoints of one training\./,
    );
    expect(single.explanation).not.toMatch(/as one group/);
  });

  test('few groups are no evidence, however many backbones they have', async () => {
    const evidence = constructEvidence(
      backbones(12, (accuracy) => 0.5 * accuracy),
      { noise: 0 },
    );
    const inGroups = (size: number) => ({
      ...evidence,
      plan: {
        ...evidence.plan,
        backbones: evidence.plan.backbones.map((plan, index) => ({
          ...plan,
          training: trainingOf(`training-${Math.floor(index / size)}`),
        })),
      },
    });
    const [[three], [six]] = await Promise.all([findings(inGroups(4)), findings(inGroups(2))]);
    expect(three.verdict).toBe('inconclusive');
    expect(three.explanation).toMatch(/p = 0\.167/);
    expect(six.verdict).toBe('supported');
  });

  test('clouds are the members of a sample, and families, trained and untrained', async () => {
    const evidence = constructEvidence(backbones(13, (accuracy) => accuracy / 2));
    const inClouds = evidence.plan.backbones.map((plan, index) => ({
      ...plan,
      ...(index < 6 && { memberOf: 'random' }),
      ...(index >= 10 && { training: trainingOf(plan.id) }),
    }));
    const [{ figures = [], tables = [] }] = await findings({
      ...evidence,
      plan: { ...evidence.plan, backbones: inClouds },
    });
    if (figures[0].kind !== 'scatter') throw new Error('no scatter');
    expect(new Set(figures[0].marks.map(({ group }) => group))).toEqual(
      new Set(['random', 'cnn', 'cnn, trained']),
    );
    const [within] = tables;
    expect(within.rows.map(([cloud, count]) => [cloud, count])).toEqual([
      ['random', 6],
      ['cnn', 4],
    ]);
    const [alone] = await findings(
      { ...evidence, plan: { ...evidence.plan, backbones: inClouds } },
      { cloud: 'random' },
    );
    expect(alone).toMatchObject({ n: 6, subject: 'IT · across-objects · random' });
    expect(alone.explanation).toMatch(/6 independent groups/);
    for (const row of within.rows) expect(row[within.columns.indexOf('correlation')]).toBeCloseTo(1, 6);
  });

  test('one backbone that a correlation hangs on is named, with what remains without it', async () => {
    const unrelated = [0.3, 0.2, 0.25, 0.2, 0.3, 0.22, 0.28, 0.24];
    const truth = backbones(9, (_accuracy, index) => (index === 8 ? 1 : unrelated[index])).map(
      (model, index) => ({
        ...model,
        accuracy: index === 8 ? 0.95 : model.accuracy / 3,
      }),
    );
    const [finding] = await findings(constructEvidence(truth, { noise: 0.001 }));
    const table = finding.tables?.find(({ title }) => title.startsWith('The correlation without'));
    expect(finding.value).toBeGreaterThan(0.8);
    expect(table?.rows[0].slice(0, 2)).toEqual(['model-8', 8]);
    expect(Math.abs(Number(table?.rows[0][2]))).toBeLessThan(0.4);
    expect(finding.explanation).toMatch(/hangs most on model-8: without it/);
  });

  test('trained networks stand beside their untrained twins, the last checkpoint of each training', async () => {
    const evidence = constructEvidence(
      backbones(6, (accuracy) => accuracy / 2),
      { noise: 0.001 },
    );
    const plans = evidence.plan.backbones.map((plan, index) => {
      if (index < 3) return plan;
      const trained = { ...plan, training: { ...trainingOf('net'), checkpoint: index } };
      return index < 5 ? trained : { ...trained, layers: [{ name: 'layer-1', shape: [9] }] };
    });
    const [{ tables = [] }] = await findings({ ...evidence, plan: { ...evidence.plan, backbones: plans } });
    expect(tables.find(({ title }) => title.startsWith('Trained'))).toBeUndefined();
    const [{ tables: twins = [] }] = await findings({
      ...evidence,
      plan: { ...evidence.plan, backbones: plans.with(5, { ...plans[5], layers: plans[0].layers }) },
    });
    const table = twins.find(({ title }) => title.startsWith('Trained'));
    expect(table?.rows).toHaveLength(1);
    const [name, count, performance, predictivity, , , p] = table?.rows[0] ?? [];
    expect([name, count]).toEqual(['model-5', 3]);
    expect(performance).toBeCloseTo(0.8 - 0.32, 10);
    expect(predictivity).toBeCloseTo(0.4 - 0.16, 10);
    expect(p).toBeLessThan(0.01);
  });

  test('a property that stands behind both takes the correlation away', async () => {
    const dimensions = [2, 3, 5, 4, 8, 6, 9, 10, 12, 11];
    const jitter = [1, -1, -1, 1, 1, -1, 1, -1, -1, 1];
    const truth = backbones(10, () => 0).map((model, index) => ({
      ...model,
      accuracy: 0.3 + 0.5 * Math.log10(dimensions[index]) + 0.01 * jitter[index],
      profiles: { IT: [0.4 * Math.log10(dimensions[index]) + 0.01 * jitter[(index * 7) % 10]] },
    }));
    const evidence = constructEvidence(truth, { noise: 0.001 });
    const models = evidence.plan.backbones.map((plan, index) => ({
      ...plan,
      features: async () => featuresOf(dimensions[index]),
      outputs: () => Promise.reject(new Error('no outputs')),
      outputNames: () => Promise.reject(new Error('no outputs')),
      lesioned: () => {
        throw new Error('no lesions');
      },
    }));
    const [finding] = await findings({ ...evidence, models });
    const table = finding.tables?.find(({ title }) => title.startsWith('What remains'));
    const row = table?.rows.find(([name]) => String(name).startsWith('effective'));
    expect(finding.value).toBeGreaterThan(0.95);
    expect(row?.[1]).toBeGreaterThan(0.95);
    expect(Math.abs(Number(row?.[2]))).toBeLessThan(0.5);
  });

  test('is calibrated', async () => {
    expect(await farOff(calibration, { repeats: 10 })).toEqual([]);
  });

  test('the same seed gives the same finding', async () => {
    const evidence = constructEvidence(backbones(7, (accuracy) => accuracy / 2));
    expect(await findings(evidence)).toEqual(await findings(evidence));
  });
});
