import { beforeAll, expect, test } from '@jest/globals';
import { strings, type Table, table } from '../../../core/assembly/table.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import plugin from '../../../plugins/it-shape-space/index.ts';
import openblas from '../../../plugins/openblas/index.ts';
import { categoryShare } from '../../support/category-share.ts';
import { mean, median } from '../../support/correlation.ts';
import { prefers } from '../../support/preferring.ts';
import { renderSet } from '../../support/render-set.ts';
import { type StimulusParts, stimulusSetOf } from '../../support/stimuli.ts';

const at = { id: 'IT', random: createRandomStreams('it'), resolvePath: (path: string) => path };
const neuroids = 168;
const draw = (id: string, objects: object, imagesPerObject: object) =>
  renderSet(id, objects, { imagesPerObject, size: 64 }, ['object-alone']);

let space: StimulusParts;
beforeAll(async () => {
  space = await draw('space', { set: 'screening', perCategory: 2 }, { V6: 2 });
});

/** What every neuroid answers to a set, without noise. */
async function truthOf(set: StimulusParts, preferred?: StimulusParts): Promise<readonly Float64Array[]> {
  const algebra = await openblas.create(openblas.options.parse({}), {}, at);
  const options = { neuroids, repetitions: 1, space: space.id, preferences: preferred?.id };
  const population = await plugin.create(plugin.options.parse(options), { algebra }, at);
  const others = new Map([space, preferred ?? space].map((parts) => [parts.id ?? '', stimulusSetOf(parts)]));
  const data = (await population.respond(stimulusSetOf(set), others)).truth?.data ?? new Float64Array();
  return Array.from({ length: neuroids }, (_, site) =>
    Float64Array.from({ length: set.table.length }, (_, row) => data[row * neuroids + site]),
  );
}

test('the category explains 10 to 25 % of the truth', async () => {
  const shown = await draw('shown', { set: 'test', perCategory: 5 }, { V3: 1, V6: 1 });
  const truth = await truthOf(shown);
  const labels = strings(shown.table, 'category_name');
  const share = median(truth.map((responses) => categoryShare(responses, labels)));
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.25);
});

test('a localizer without labels finds neuroids that prefer faces, and more where preferences are drawn from faces', async () => {
  const faces = await draw('faces', { set: 'test', categories: ['faces'], perCategory: 8 }, { V3: 3 });
  const people = await draw('people', { set: 'people', perCategory: 6 }, { V3: 3 });
  const objects = await draw('objects', { set: 'screening', perCategory: 2 }, { V3: 1 });
  const localizer = joined([faces, people, objects]);
  const labels = [
    ...strings(faces.table, 'category_name'),
    ...strings(people.table, 'category_name'),
    ...strings(objects.table, 'stimulus_id').map(() => 'objects'),
  ];
  const order = createRandomStreams('labels').stream('shuffle').permutation(labels.length);
  const shuffled = order.map((row) => labels[row]);
  const preferring = (truth: readonly Float64Array[], among: readonly string[]) =>
    mean(truth.map((responses) => Number(prefers(responses, among, 'faces'))));
  const usual = await truthOf(localizer);
  const fromFaces = await truthOf(localizer, faces);
  expect(preferring(usual, labels)).toBeGreaterThan(0.03);
  expect(preferring(usual, shuffled)).toBeLessThan(0.01);
  expect(preferring(fromFaces, labels)).toBeGreaterThan(preferring(usual, labels) + 0.05);
});

/** Sets one behind the other, without labels. */
function joined(sets: readonly StimulusParts[]): StimulusParts {
  const [{ presented }] = sets;
  const data = new Uint8Array(Buffer.concat(sets.map((set) => set.presented.data)));
  const frames = { ...presented, count: sets.reduce((sum, set) => sum + set.presented.count, 0), data };
  return {
    id: 'localizer',
    table: joinedTables(sets.map((set) => set.table)),
    presented: frames,
    objectAlone: frames,
  };
}

function joinedTables(tables: readonly Table[]): Table {
  const [{ columns }] = tables;
  return table(
    Object.fromEntries(
      Object.keys(columns)
        .filter((name) => tables.every((one) => one.columns[name]) && !/_name$/.test(name))
        .map((name) => [name, joinedColumn(tables, name)]),
    ),
  );
}

function joinedColumn(tables: readonly Table[], name: string): Float64Array | readonly string[] {
  const parts = tables.map(({ columns }) => columns[name]);
  return parts[0] instanceof Float64Array
    ? Float64Array.from(parts.flatMap((values) => Array.from(values as Float64Array)))
    : parts.flatMap((values) => Array.from(values as readonly string[]));
}
