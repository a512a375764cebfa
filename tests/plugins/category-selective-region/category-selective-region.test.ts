import type { Evidence, ScenePlan } from '../../../core/contracts/evidence.ts';
import { FindingSchema } from '../../../core/contracts/findings.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { CategorySelectiveRegion } from '../../../plugins/category-selective-region/category-selective-region.ts';
import { optionsSchema } from '../../../plugins/category-selective-region/options.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { farOff } from '../../measurements/calibration/calibrate.ts';
import calibration from '../../measurements/calibration/hypotheses/category-selective-region.ts';
import { type SelectiveTruth, selectiveScene } from '../../support/selective-scene.ts';

const algebra = createPlainAlgebra();
const many = { faces: 0.5, spread: 0.02 };
const few = { faces: 0.1, spread: 0.02 };

function scene(truth: Partial<SelectiveTruth> = {}): Evidence {
  const conditions = { complete: many, deprived: many, untrained: few };
  return selectiveScene({ ...conditions, ...truth }, createRandomStreams('scene'), algebra);
}

function hypothesis(options: Record<string, unknown> = {}) {
  const quick = { mapping: { images: 30, ofCategory: 12 }, shuffles: 3, randomLesions: 1, folds: 3 };
  return new CategorySelectiveRegion(optionsSchema.parse({ ...quick, ...options }), algebra);
}

async function findings(evidence: Evidence, options: Record<string, unknown> = {}) {
  const all = await hypothesis(options).test(evidence, createRandomStreams('test'));
  const [diet, untrained, tolerance, lesion, sites] = all;
  return { all, diet, untrained, tolerance, lesion, sites };
}

describe('category-selective-region', () => {
  test('networks that are alike with and without faces do not support the need, but all that follows', async () => {
    const { all, diet, untrained, tolerance, lesion, sites } = await findings(scene());
    expect(diet.subject).toBe('without faces · middle');
    expect(diet.verdict).not.toBe('supported');
    expect(untrained).toMatchObject({ verdict: 'supported', n: 6 });
    expect(untrained.value).toBeGreaterThan(0.3);
    expect(tolerance.verdict).toBe('supported');
    expect(lesion.verdict).toBe('supported');
    expect(sites).toMatchObject({ verdict: 'supported', simulated: true });
    expect([diet, untrained, tolerance, lesion].map(({ simulated }) => simulated)).toEqual(
      Array(4).fill(false),
    );
    for (const finding of all) expect(FindingSchema.safeParse(finding).error).toBeUndefined();
  });

  test('networks without faces that have fewer selective units support the need', async () => {
    const { diet } = await findings(scene({ deprived: few }));
    expect(diet).toMatchObject({ verdict: 'supported', n: 6 });
    expect(diet.value).toBeCloseTo(0.4, 1);
    expect(Math.abs(diet.control)).toBeLessThan(0.02);
    const [counts, classes] = diet.tables ?? [];
    expect(counts.rows).toHaveLength(9);
    expect(classes.columns).toEqual(['condition', 'criterion', 'faces', 'bodies', 'objects']);
    const [, , faces, bodies, objects] = classes.rows[0];
    expect(Number(faces)).toBeCloseTo(0.5, 1);
    expect(Math.max(Number(bodies), Number(objects))).toBeLessThan(0.02);
  });

  test('units that prefer anything on the independent set are not tolerant', async () => {
    const { tolerance } = await findings(scene({ deprived: { ...many, keeps: false } }));
    expect(tolerance.verdict).not.toBe('supported');
    expect(tolerance.value).toBeLessThan(0.2);
  });

  test('silencing units that nothing reads harms faces no more than random units do', async () => {
    const { lesion } = await findings(scene({ deprived: { ...many, used: false } }));
    expect(lesion.verdict).not.toBe('supported');
    expect(Math.abs(lesion.value)).toBeLessThan(0.05);
    expect(lesion.tables?.[0].rows).toHaveLength(9);
  });

  test('without selective units or sites the questions that need them stay open', async () => {
    const { diet, tolerance, lesion } = await findings(scene({ deprived: { faces: 0 } }));
    expect(diet.verdict).toBe('supported');
    expect([tolerance.verdict, lesion.verdict]).toEqual(['inconclusive', 'inconclusive']);
    expect(lesion.explanation).toMatch(/Only 0 of 3 networks have units selective for faces/);
    const { sites } = await findings(scene({ sitesFollow: false }));
    expect(sites.verdict).toBe('inconclusive');
    expect(sites.explanation).toMatch(/0 of 20 sites of IT are selective/);
  });

  test('another category is one option away', async () => {
    const { plan, ...rest } = scene();
    const renamed = { ...rest, plan: { ...plan, tables: new Map(plan.tables) } };
    const diet = { length: 3, columns: { category_name: ['bodies', 'chairs', 'cars'] } };
    renamed.plan.tables.set('diet', diet);
    hypothesis({ category: 'bodies' }).require(renamed.plan);
    const { diet: finding } = await findings(renamed, { category: 'bodies' });
    expect(finding.prediction).toMatch(/selective for bodies needs bodies/);
    expect(finding.value).toBeCloseTo(0, 1);
  });

  test('refuses beforehand what a scene lacks, saying what to add', () => {
    const { plan } = scene();
    const refusal =
      (changed: Partial<ScenePlan>, options: Record<string, unknown> = {}) =>
      () =>
        hypothesis(options).require({ ...plan, ...changed });
    const tables = (id: string, categories: readonly string[]) =>
      new Map([...plan.tables, [id, { length: categories.length, columns: { category_name: categories } }]]);
    const backbones = (keep: (id: string) => boolean) => plan.backbones.filter(({ id }) => keep(id));
    const repeated = (...names: readonly string[]) => names.flatMap((name) => Array<string>(20).fill(name));
    expect(refusal({})).not.toThrow();
    expect(refusal({}, { localizer: 'other' })).toThrow(
      /the stimulus set "other", but the scene has localizer/,
    );
    expect(refusal({ tables: tables('localizer', repeated('bodies', 'objects')) })).toThrow(
      /needs faces in the stimulus set "localizer", but the scene has bodies and objects there; add images of faces/,
    );
    expect(refusal({ tables: tables('localizer', ['faces', 'objects', 'bodies']) })).toThrow(
      /10 images of every class/,
    );
    expect(refusal({}, { mapping: { images: 100, ofCategory: 20 } })).toThrow(
      /30 images of faces and 100 others/,
    );
    expect(refusal({ populations: [] })).toThrow(/the region IT, but the scene has no region/);
    expect(refusal({ backbones: backbones((id) => !id.startsWith('deprived')) })).toThrow(
      /2 networks or more that are trained without faces, but the scene has none; add .*exclude: \[faces\]/,
    );
    expect(refusal({ backbones: backbones((id) => !/^complete-[23]/.test(id)) })).toThrow(
      /trained with faces, but the scene has 1; add .*sample: 3/,
    );
    const oneLayer = plan.backbones.map((backbone) => ({ ...backbone, layers: backbone.layers.slice(0, 1) }));
    expect(refusal({ backbones: oneLayer })).toThrow(/a layer and one after it.*1 scored layer \(first\)/);
    expect(refusal({}, { layer: 'last' })).toThrow(/the layer "last" and one after it/);
  });

  test('is calibrated', async () => {
    expect(await farOff(calibration, { repeats: 4 })).toEqual([]);
  });
});
