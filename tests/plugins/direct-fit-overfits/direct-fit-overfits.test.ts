import { selectRows, type Table, table } from '../../../core/assembly/table.ts';
import type { Evidence, ScenePlan } from '../../../core/contracts/evidence.ts';
import { type Finding, FindingSchema } from '../../../core/contracts/findings.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { DirectFitOverfits } from '../../../plugins/direct-fit-overfits/direct-fit-overfits.ts';
import { type Options, optionsSchema } from '../../../plugins/direct-fit-overfits/options.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { evenly, type FittedTruth, fittedNetworks, takenAsTheyAre } from '../../support/fitted-networks.ts';

const algebra = createPlainAlgebra();
const hypothesis = hypothesisWith({});

function hypothesisWith(options: Partial<Options>) {
  return new DirectFitOverfits(optionsSchema.parse({ draws: 60, ...options }), {
    readout: takenAsTheyAre,
    algebra,
  });
}

function evidence(truth: FittedTruth, seed = 'study'): Evidence {
  return fittedNetworks(truth, createRandomStreams(seed), algebra);
}

function findings(given: Evidence) {
  return hypothesis.test(given, createRandomStreams('test'));
}

const overfitted = { ...evenly(0.1), fitting: 0.9, 'new-images': 0.5 };
const talk: FittedTruth = {
  direct: {
    fewer: { quality: overfitted, every: 2 },
    narrow: { quality: overfitted, neuroids: 8 },
    all: { quality: overfitted },
  },
  taskTrained: { trained: evenly(0.4) },
  untrained: { random: evenly(0.05) },
};

describe('direct-fit-overfits', () => {
  let ofTalk: readonly Finding[];
  beforeAll(async () => {
    ofTalk = await findings(evidence(talk));
  });

  test('supports a direct fit of IT that does not carry, judged where most was fitted', () => {
    const [finding, ...others] = ofTalk;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ verdict: 'supported', subject: 'IT', n: 90, simulated: true });
    expect(finding.value).toBeGreaterThan(0.15);
    expect(finding.value).toBeLessThan(0.45);
    expect(Math.abs(finding.control)).toBeLessThan(0.02);
    expect(finding.explanation).toMatch(/^Fitted to 24 neuroids on 90 pictures/);
    expect(FindingSchema.safeParse(finding).error).toBeUndefined();
  });

  test('is not supported where the direct fit carries as far', async () => {
    const truth = { direct: { fitted: { quality: evenly(0.9) } }, taskTrained: { trained: evenly(0.4) } };
    const [finding] = await findings(evidence(truth));
    expect(finding.verdict).toBe('not supported');
    expect(finding.value).toBeLessThan(-0.2);
  });

  test('of V1 the same outcomes mean the opposite', async () => {
    const works = { direct: { fitted: { quality: evenly(0.8) } }, taskTrained: { trained: evenly(0.5) } };
    const fails = { direct: { fitted: { quality: evenly(0.1) } }, taskTrained: { trained: evenly(0.6) } };
    expect((await findings(evidence({ region: 'V1', ...works })))[0]).toMatchObject({ verdict: 'supported' });
    expect((await findings(evidence({ region: 'V1', ...fails })))[0]).toMatchObject({
      verdict: 'not supported',
    });
  });

  test('a V1 that nothing predicts is not fitted directly', async () => {
    const nothing = { direct: { fitted: { quality: evenly(0) } }, taskTrained: { trained: evenly(0) } };
    const [finding] = await findings(evidence({ region: 'V1', ...nothing }));
    expect(finding.verdict).not.toBe('supported');
  });

  test('curves over pictures and neuroids hold fits near the truth, in the order of size', () => {
    const [{ figures = [] }] = ofTalk;
    const [pictures, neuroids, bars] = figures;
    if (pictures.kind !== 'lines' || neuroids.kind !== 'lines' || bars.kind !== 'bars')
      throw new Error('unexpected figures');
    expect(figures).toHaveLength(3);
    expect(pictures.series.map(({ points }) => points.map(({ x }) => x))).toEqual(Array(5).fill([45, 90]));
    expect(neuroids.series[0].points.map(({ x }) => x)).toEqual([8, 24]);
    const explained = bars.categories.map(({ bars: own }) => own.map(({ value }) => value));
    for (const [exam, shares] of [
      [0.9, 0.4, 0.05],
      [0.5, 0.4, 0.05],
      [0.1, 0.4, 0.05],
      [0.1, 0.4, 0.05],
    ].entries())
      shares.forEach((share, model) => {
        expect(Math.abs(explained[exam][model] - share)).toBeLessThan(0.15);
      });
  });

  test('the table has every fit and what is lost from the training pictures', () => {
    const [{ tables: [all] = [] }] = ofTalk;
    expect(all.rows).toHaveLength(3 * 3 * 4);
    const cell = (row: (typeof all.rows)[number], name: string) => row[all.columns.indexOf(name)];
    const direct = all.rows.filter((row) => cell(row, 'network') === 'direct fit').slice(-4);
    const fits = direct.map((row) => Number(cell(row, 'fit')));
    expect(cell(direct[0], 'gap')).toBeNull();
    for (const [index, row] of direct.slice(1).entries())
      expect(cell(row, 'gap')).toBeCloseTo(fits[0] - fits[index + 1], 12);
  });

  test('networks trained alike count as their mean', async () => {
    const alike = { ...talk, direct: { one: { quality: evenly(0.2) }, two: { quality: evenly(0.6) } } };
    const [{ figures = [] }] = await findings(evidence(alike));
    const bars = figures[0];
    if (bars.kind !== 'bars') throw new Error('no bars');
    const { value, points = [] } = bars.categories[3].bars[0];
    expect(points).toHaveLength(2);
    expect(points[1]).toBeGreaterThan(points[0]);
    expect(value).toBeCloseTo((points[0] + points[1]) / 2, 12);
  });

  test('the same seed gives the same finding', async () => {
    expect(await findings(evidence(talk))).toEqual(ofTalk);
  });
});

describe('direct-fit-overfits, before anything is drawn', () => {
  const { plan } = evidence(talk);
  const refusal = (changed: Partial<ScenePlan>) => () => hypothesis.require({ ...plan, ...changed });
  const withPictures = (change: (pictures: Table) => Table) =>
    new Map([...plan.tables, ['pictures', change(plan.tables.get('pictures') as Table)]]);
  const relabelled = (column: string, of: string, value: string) => (pictures: Table) =>
    table({
      ...pictures.columns,
      [column]: (pictures.columns[column] as string[]).map((old, row) =>
        pictures.columns.set[row] === of ? value : old,
      ),
    });

  test('accepts the design of the talk', () => {
    expect(refusal({})).not.toThrow();
  });

  test('says which networks are missing', () => {
    const without = (start: string) =>
      plan.backbones.filter(({ training }) => !training?.objective.startsWith(start));
    expect(refusal({ backbones: without('neural') })).toThrow(/trained with neural-fit-objective/);
    expect(refusal({ backbones: without('category') })).toThrow(/trained on a task.*category-objective/);
  });

  test('takes networks that came trained, where they are named', async () => {
    const given = evidence({
      ...talk,
      taskTrained: {},
      untrained: { bought: evenly(0.4), random: evenly(0.05) },
    });
    const named = hypothesisWith({ taskTrained: ['bought'] });
    expect(() => hypothesis.require(given.plan)).toThrow(/trained on a task/);
    expect(() => named.require(given.plan)).not.toThrow();
    const [{ tables: [all] = [] }] = await named.test(given, createRandomStreams('test'));
    const kinds = all.rows.map((row) => row[all.columns.indexOf('network')]);
    expect([...new Set(kinds)]).toEqual(['direct fit', 'task-trained', 'untrained']);
    expect(() => hypothesisWith({ taskTrained: ['gone', 'all'] }).require(given.plan)).toThrow(
      /names gone and all; .* are bought and random/,
    );
  });

  test('says which stimulus sets are missing', () => {
    const tables = new Map([['fitting', plan.tables.get('fitting') as Table]]);
    expect(refusal({ tables })).toThrow(/"pictures".*only fitting; add \{ id: pictures/);
    const some = withPictures((pictures) => selectRows(pictures, [0, 1, 100]));
    expect(refusal({ tables: some })).toThrow(/without new-objects and new-categories/);
  });

  test('refuses tests that are none, and tests of more than they say', () => {
    expect(
      refusal({ tables: withPictures(relabelled('category_name', 'new-categories', 'category-1')) }),
    ).toThrow(/"new-categories" is no test.*category_name category-1/);
    expect(refusal({ tables: withPictures(relabelled('object_name', 'new-objects', 'lamp')) })).toThrow(
      /"new-objects" is no test.*object_name lamp/,
    );
    expect(refusal({ tables: withPictures(relabelled('object_name', 'new-images', 'other')) })).toThrow(
      /"new-images" tests more than it says.*object_name other/,
    );
  });

  test('refuses populations that are not there, and too few objects to choose a layer with', () => {
    expect(refusal({ populations: [] })).toThrow(/"fewer" is fitted to the population "IT"/);
    expect(refusal({ tables: withPictures(relabelled('object_name', 'fitting', 'known-0')) })).toThrow(
      /holds 1 objects.*needs 4 or more/,
    );
  });
});
