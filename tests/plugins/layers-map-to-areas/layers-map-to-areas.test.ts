import type { Evidence, ScenePlan } from '../../../core/contracts/evidence.ts';
import { FindingSchema } from '../../../core/contracts/findings.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { LayersMapToAreas } from '../../../plugins/layers-map-to-areas/layers-map-to-areas.ts';
import { type Options, optionsSchema } from '../../../plugins/layers-map-to-areas/options.ts';
import { farOff } from '../../measurements/calibration/calibrate.ts';
import calibration from '../../measurements/calibration/hypotheses/layers-map-to-areas.ts';
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
    expect(finding.tables?.[0].rows.map(([region, depth]) => [region, depth])).toEqual([
      ['V1', 0],
      ['V4', 0.5],
      ['IT', 0.875],
    ]);
  });

  test('one pair of regions in the wrong order is not supported, though the last lies deeper than the first', async () => {
    const swapped = { V1: ordered.V4, V4: ordered.V1, IT: ordered.IT };
    const [finding] = await findings(constructEvidence([cnn(swapped)]));
    expect(finding).toMatchObject({ verdict: 'not supported' });
    expect(finding.value).toBeLessThan(0);
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

  test('takes the backbone that performs best among those with three layers, or all that are asked for', async () => {
    const evidence = constructEvidence(talkBackbones, { draws: 20 });
    const subjects = async (options: Partial<Options> = {}, given = evidence) =>
      (await findings(given, options)).map(({ subject }) => subject);
    expect(await subjects()).toEqual(['cnn-deep · across-objects']);
    expect(await subjects({}, { ...evidence, performance: [] })).toEqual(['cnn · across-objects']);
    expect(await subjects({ backbones: ['cnn', 'cnn-untrained'] })).toEqual([
      'cnn · across-objects',
      'cnn-untrained · across-objects',
    ]);
  });

  test('the map holds every scored layer, and null where there is no score; ceilings are said', async () => {
    const evidence = constructEvidence(talkBackbones, { draws: 20 });
    const layers = evidence.layers.filter(({ layer, region }) => layer !== 'layer-2' || region !== 'V4');
    const [{ figures = [] }] = await findings({ ...evidence, layers });
    const map = figures.find((figure) => figure.kind === 'map');
    if (map?.kind !== 'map') throw new Error('no map');
    expect(map.columns).toEqual(['V1', 'V4', 'IT']);
    expect(map.rows).toHaveLength(6);
    expect(map.cells[1][1]).toBeNull();
    expect(map.caption).toMatch(/V1 0\.91 .*V4 0\.84/);
  });

  test('the table has the score of the layer that was chosen on other stimuli, with its ceiling', async () => {
    const evidence = constructEvidence([cnn(ordered)]);
    const chosen = evidence.backbones.map((whole) => ({
      ...whole,
      layersChosen: { 'layer-2': 4, 'layer-1': 1 },
      ceiled: 0.33,
    }));
    const [{ tables = [] }] = await findings({ ...evidence, backbones: chosen });
    const [columns, [v1]] = [tables[0].columns, tables[0].rows];
    expect(v1[columns.indexOf('best layers (folds)')]).toBe('layer-2 (4), layer-1 (1)');
    expect(v1[columns.indexOf('explained variance')]).toBe(0.33);
    expect(v1[columns.indexOf('ceiling')]).toBe(0.91);
  });

  test('one finding per protocol; none where fewer than two of the regions are there', async () => {
    const two = constructEvidence([cnn(ordered)], { protocols: ['images', 'across-objects'] });
    expect((await findings(two)).map(({ subject }) => subject)).toEqual([
      'cnn · images',
      'cnn · across-objects',
    ]);
    expect(await findings(two, { order: ['A1', 'V4'] })).toEqual([]);
  });

  test('refuses a scene without two regions or three layers, saying what to add', () => {
    const { plan } = constructEvidence([cnn(ordered)]);
    const refusal = (changed: Partial<ScenePlan>, options: Partial<Options> = {}) => {
      const hypothesis = new LayersMapToAreas(optionsSchema.parse(options));
      return () => hypothesis.require({ ...plan, ...changed });
    };
    expect(refusal({})).not.toThrow();
    expect(refusal({ populations: plan.populations.slice(0, 1) })).toThrow(
      /needs two or more of the regions V1, V4 and IT, but the scene has only V1; add a population/,
    );
    const shallow = plan.backbones.map((backbone) => ({ ...backbone, layers: backbone.layers.slice(0, 2) }));
    expect(refusal({ backbones: shallow })).toThrow(/needs a backbone with 3 scored layers or more, .*cnn/);
    expect(refusal({}, { backbones: ['pixels'] })).toThrow(/"pixels" is not there .*name one of cnn/);
  });

  test('is calibrated', async () => {
    expect(await farOff(calibration, { repeats: 15 })).toEqual([]);
  });
});
