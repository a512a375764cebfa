import type { Evidence } from '../../../core/contracts/evidence.ts';
import { type Finding, FindingSchema } from '../../../core/contracts/findings.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { optionsSchema } from '../../../plugins/orthogonal-properties/options.ts';
import { OrthogonalProperties } from '../../../plugins/orthogonal-properties/orthogonal-properties.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { farOff } from '../../measurements/calibration/calibrate.ts';
import calibration from '../../measurements/calibration/hypotheses/orthogonal-properties.ts';
import { type DecodableTruth, decodableScene } from '../../support/decodable-scene.ts';

const algebra = createPlainAlgebra();
const rising = {
  V1: { signal: 0.05, units: 24 },
  V4: { signal: 0.2, units: 24 },
  IT: { signal: 0.6, units: 24 },
};
const training = (checkpoint: number) => ({
  objective: 'category-objective',
  options: {},
  on: 'screening',
  stimuli: 100,
  excluded: [],
  checkpoint,
  of: 'cnn',
});

function scene(truth: DecodableTruth, seed = 'scene'): Evidence {
  return decodableScene(truth, createRandomStreams(seed), algebra);
}

function hypothesis(options: Record<string, unknown> = {}) {
  return new OrthogonalProperties(optionsSchema.parse({ samples: 2, draws: 100, ...options }), algebra);
}

function findings(evidence: Evidence, options: Record<string, unknown> = {}) {
  return hypothesis(options).test(evidence, createRandomStreams('test'));
}

describe('orthogonal-properties', () => {
  const evidence = scene({ regions: rising });
  let ofRising: readonly Finding[];
  beforeAll(async () => {
    ofRising = await findings(evidence);
  });

  test('supports a rise that is there by construction, larger at high variation, with figures and table', () => {
    const [rise, contrast] = ofRising;
    expect(rise).toMatchObject({ subject: 'regions · V6', verdict: 'supported', n: 60, simulated: true });
    expect(Math.abs(rise.control)).toBeLessThan(0.15);
    expect(contrast.subject).toBe('regions · V6 against V0');
    for (const finding of [rise, contrast]) expect(FindingSchema.safeParse(finding).error).toBeUndefined();
    const [{ columns, rows }] = rise.tables ?? [];
    expect(columns.slice(0, 5)).toEqual(['property', 'level', 'V1', 'V4', 'IT']);
    expect(rows.filter(([, level]) => level === 'V6').map(([property]) => property)).toEqual([
      'position, x',
      'position, y',
      '3D size',
      'rotation, yaw',
      'rotation, pitch',
      'rotation, roll',
      'bounding box, width',
      'bounding box, height',
      'bounding box, area',
      'retinal area',
      'perimeter',
      'major axis, length',
      'major axis, angle',
      'aspect ratio',
      'category',
      'identity',
    ]);
    expect(rows.filter(([, level]) => level === 'V0').map(([property]) => property)).not.toContain(
      'position, x',
    );
    expect(rise.figures).toHaveLength(17);
  });

  test('one pair of regions in the wrong order is no rise, though the last is above the first', async () => {
    const [finding] = await findings(
      scene({ regions: { V1: rising.V4, V4: { ...rising.V1, signal: 0.01 }, IT: rising.IT } }),
    );
    expect(finding.verdict).toBe('not supported');
    expect(finding.value).toBeLessThan(0);
  });

  test('scores reach 1 where units hold the properties without noise', async () => {
    const perfect = { signal: 1, units: 40 };
    const [finding] = await findings(
      scene({ regions: { V4: perfect, IT: perfect }, levels: { 6: 1 }, images: 12 }),
      {
        order: ['V4', 'IT'],
        sites: 30,
      },
    );
    const scores = (finding.tables?.[0].rows ?? []).filter(
      ([property, level]) =>
        level === 'V6' && property !== 'bounding box, area' && property !== 'major axis, angle',
    );
    for (const row of scores) expect(row[2]).toBeGreaterThan(0.98);
  });

  test('layers of a trained backbone and the checkpoints of its training, beside an untrained twin', async () => {
    const layers = [0.05, 0.3, 0.7].map((signal) => ({ signal, units: 24 }));
    const flat = layers.map((layer) => ({ ...layer, signal: 0.05 }));
    const checkpoints = [0.05, 0.2, 0.7].map((signal, index) => [
      `cnn-${index + 1}`,
      { layers: [...flat.slice(0, 2), { signal, units: 24 }], training: training(index + 1) },
    ]);
    const all = await findings(
      scene({ regions: {}, backbones: { ...Object.fromEntries(checkpoints), raw: { layers: flat } } }),
      { order: [] },
    );
    expect(all.map(({ subject, verdict }) => [subject, verdict])).toEqual([
      ['cnn-3 · V6', 'supported'],
      ['cnn-3 · V6 against V0', expect.any(String)],
      ['training of cnn · V6', 'supported'],
    ]);
    expect(all[0].explanation).toMatch(/untrained network the rise is/);
    expect(all[0].simulated).toBe(false);
  });

  test('matched noise brings every site to the reliability of the least reliable region', async () => {
    const noisy = async (set: string) =>
      (await evidence.responses(set)).map((own) => ({
        ...own,
        reliabilities: own.reliabilities.map(() => (own.region === 'V1' ? 0.1 : 1)),
      }));
    const [asRecorded] = ofRising;
    const [matched] = await findings({ ...evidence, responses: noisy }, { noise: 'matched' });
    const last = ({ tables = [] }: typeof matched) => Number(tables[0].rows[0][4]);
    expect(last(matched)).toBeLessThan(last(asRecorded));
    expect(matched.explanation).toMatch(/reliability of 0\.10 at most/);
    const once = async (set: string) =>
      (await noisy(set)).map((own) => ({ ...own, reliabilities: own.reliabilities.map(() => null) }));
    await expect(findings({ ...evidence, responses: once }, { noise: 'matched' })).rejects.toThrow(
      /shown once/,
    );
  });

  test('the same seed gives the same findings, another seed other sites', async () => {
    expect(await findings(evidence)).toEqual(ofRising);
    const other = await hypothesis().test(evidence, createRandomStreams('other'));
    expect(other[0].value).not.toBe(ofRising[0].value);
  });

  test('refuses beforehand what a scene lacks, saying what to add', () => {
    const { plan } = evidence;
    const refusal =
      (options: Record<string, unknown>, changed = plan) =>
      () =>
        hypothesis(options).require(changed);
    const withoutIt = {
      ...plan,
      populations: plan.populations.filter(({ regions }) => !regions.includes('IT')),
    };
    expect(refusal({}, withoutIt)).toThrow(
      /needs the region IT, but the scene has V1 and V4; add a population/,
    );
    expect(refusal({ order: [] })).toThrow(/regions or a backbone with 3 scored layers/);
    expect(refusal({ set: 'other' })).toThrow(/the stimulus set "other", but the scene has test/);
    const oneLayer = scene({ regions: {}, backbones: { cnn: { layers: [{ signal: 1, units: 9 }] } } }).plan;
    expect(refusal({ order: [], backbones: ['cnn'] }, oneLayer)).toThrow(
      /3 scored layers of the backbone "cnn", but the scene has 1; add layers/,
    );
    const { ty, ...columns } = plan.tables.get('test')?.columns ?? {};
    const photographs = { ...plan, tables: new Map([['test', { length: 120, columns }]]) };
    expect(refusal({}, photographs)).toThrow(/without ty; add a set of rendered-objects/);
    expect(refusal({ folds: 20 }, scene({ regions: rising, images: 5 }).plan)).toThrow(
      /40 images at every variation/,
    );
    expect(refusal({})).not.toThrow();
  });

  test('is calibrated', async () => {
    expect(await farOff(calibration, { repeats: 4 })).toEqual([]);
  });
});
