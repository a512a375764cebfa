import type { Evidence } from '../../../core/contracts/hypothesis.ts';
import { FindingSchema } from '../../../core/contracts/results.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { LayersMapToAreas } from '../../../plugins/layers-map-to-areas/layers-map-to-areas.ts';
import { type Options, optionsSchema } from '../../../plugins/layers-map-to-areas/options.ts';
import { talkBackbones } from '../../support/backbones.ts';
import { type BackboneTruth, constructEvidence } from '../../support/evidence.ts';

function findings(evidence: Evidence, options: Partial<Options> = {}) {
  return new LayersMapToAreas(optionsSchema.parse(options)).test(evidence, createRandomStreams('test'));
}

function cnn(profiles: BackboneTruth['profiles'], id = 'cnn', accuracy = 0.8): BackboneTruth {
  return { id, family: 'cnn', accuracy, profiles };
}

const ordered = {
  V1: [0.8, 0.6, 0.3, 0.1, 0.1],
  V4: [0.2, 0.5, 0.6, 0.4, 0.2],
  IT: [0.05, 0.1, 0.2, 0.4, 0.5],
};

describe('layers-map-to-areas', () => {
  test('supports an order that is true by construction, with figures that the schema accepts', async () => {
    const [finding, ...others] = await findings(constructEvidence([cnn(ordered)]));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      verdict: 'supported',
      n: 5,
      subject: 'cnn · across-objects',
      simulated: true,
    });
    expect(finding.control).toBeLessThan(0.05);
    expect(FindingSchema.safeParse(finding).success).toBe(true);
  });

  test('the statistic is the smaller of the two steps between centres of mass', async () => {
    const profiles = { V1: [1, 0, 0], V4: [0, 1, 0], IT: [0, 1, 3] };
    const [finding] = await findings(constructEvidence([cnn(profiles)], { noise: 0 }));
    expect(finding.value).toBeCloseTo(0.375, 12);
    expect(finding.explanation).toMatch(/V1 0\.00 .*V4 0\.50 .*IT 0\.88/);
  });

  test('one pair of regions in the wrong order is not supported, though the last lies deeper than the first', async () => {
    const swapped = { V1: ordered.V4, V4: ordered.V1, IT: ordered.IT };
    const [finding] = await findings(constructEvidence([cnn(swapped)]));
    expect(finding).toMatchObject({ verdict: 'not supported' });
    expect(finding.value).toBeLessThan(0);
  });

  test('rarely supports layers in random order', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const order = createRandomStreams(`shuffle ${index}`).stream('layers');
        const shuffled = Object.fromEntries(
          Object.entries(ordered).map(([region, profile]) => [
            region,
            order.permutation(profile.length).map((layer) => profile[layer]),
          ]),
        );
        const evidence = constructEvidence([cnn(shuffled)], { seed: `${index}`, draws: 80 });
        return (await findings(evidence))[0].verdict;
      }),
    );
    expect(verdicts.filter((verdict) => verdict === 'supported').length).toBeLessThanOrEqual(9);
  });

  test('regions that all layers explain alike are not supported', async () => {
    const flat = { V1: [0.4, 0.4, 0.4], V4: [0.4, 0.4, 0.4], IT: [0.4, 0.4, 0.4] };
    const [finding] = await findings(constructEvidence([cnn(flat)], { noise: 0.01 }));
    expect(finding.verdict).not.toBe('supported');
  });

  test('a region that no layer explains leaves the question open', async () => {
    const blind = { ...ordered, V4: [-0.1, -0.1, -0.2, -0.1, -0.1] };
    const [finding] = await findings(constructEvidence([cnn(blind)], { noise: 0 }));
    expect(finding).toMatchObject({ verdict: 'inconclusive', value: 0 });
    expect(finding.explanation).toMatch(/No layer explains anything of V4/);
    expect(FindingSchema.safeParse(finding).success).toBe(true);
  });

  test('takes the backbone that performs best among those with three layers, or the one asked for', async () => {
    const evidence = constructEvidence(talkBackbones, { draws: 20 });
    expect((await findings(evidence))[0].subject).toBe('cnn-deep · across-objects');
    expect((await findings({ ...evidence, performance: [] }))[0].subject).toBe('cnn · across-objects');
    expect((await findings(evidence, { backbone: 'cnn' }))[0].subject).toBe('cnn · across-objects');
    await expect(findings(evidence, { backbone: 'pixels' })).rejects.toThrow(
      /"pixels".*these have: cnn, cnn-deep/,
    );
  });

  test('the map holds every scored layer of every backbone, and null where there is no score', async () => {
    const evidence = constructEvidence(talkBackbones, { draws: 20 });
    const layers = evidence.layers.filter(({ backbone, region }) => backbone !== 'pixels' || region !== 'V4');
    const [{ figures: [figure] = [] }] = await findings({ ...evidence, layers });
    if (figure?.kind !== 'map') throw new Error('no map');
    expect(figure.columns).toEqual(['V1', 'V4', 'IT']);
    expect(figure.rows).toHaveLength(5 + 4 * 6 + 20 * 2);
    expect(figure.cells[0]).toEqual([0.31, null, 0.04]);
  });

  test('one finding per protocol; none where fewer than two of the regions are there', async () => {
    const two = constructEvidence([cnn(ordered)], { protocols: ['images', 'across-objects'] });
    expect((await findings(two)).map(({ subject }) => subject)).toEqual([
      'cnn · images',
      'cnn · across-objects',
    ]);
    expect(await findings(two, { order: ['A1', 'V4'] })).toEqual([]);
  });
});
