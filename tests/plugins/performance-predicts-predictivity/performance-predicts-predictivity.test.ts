import type { Evidence } from '../../../core/contracts/hypothesis.ts';
import { FindingSchema } from '../../../core/contracts/results.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { type Options, optionsSchema } from '../../../plugins/performance-predicts-predictivity/options.ts';
import { PerformancePredictsPredictivity } from '../../../plugins/performance-predicts-predictivity/performance-predicts-predictivity.ts';
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

  test('rarely supports unrelated numbers', async () => {
    const seeds = Array.from({ length: 30 }, (_, index) => `unrelated ${index}`);
    const verdicts = await Promise.all(
      seeds.map(async (seed) => {
        const stream = createRandomStreams(seed).stream('scores');
        const evidence = constructEvidence(
          backbones(14, () => stream.uniform(0.1, 0.5)),
          { seed, draws: 100 },
        );
        return (await findings(evidence, {}, seed))[0].verdict;
      }),
    );
    expect(verdicts.filter((verdict) => verdict === 'supported').length).toBeLessThanOrEqual(4);
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

  test('finds nothing where no task was read out, and refuses a region that is not there', async () => {
    const evidence = constructEvidence(backbones(6, (accuracy) => accuracy));
    expect(await findings({ ...evidence, performance: [] })).toEqual([]);
    await expect(findings(evidence, { regions: ['V2'] })).rejects.toThrow(
      /"V2" is not in the scene; there are IT/,
    );
  });

  test('the same seed gives the same finding', async () => {
    const evidence = constructEvidence(backbones(7, (accuracy) => accuracy / 2));
    expect(await findings(evidence)).toEqual(await findings(evidence));
  });
});
