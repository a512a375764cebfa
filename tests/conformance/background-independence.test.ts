import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Column, strings, type Table } from '../../core/assembly/table.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { Instance } from '../../core/contracts/plugin.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { latentNames } from '../../core/stage/latents.ts';
import { holm } from '../../core/statistics/multiple-comparisons.ts';
import {
  type Coded,
  codedBins,
  codedLabels,
  testDependence,
} from '../../core/statistics/mutual-information.ts';
import panoramas from '../../plugins/panorama-backgrounds/index.ts';
import { backgroundFeatures } from '../support/background-features.ts';
import { temporaryPanoramas } from '../support/panorama-file.ts';
import { createRenderedObjects } from '../support/rendered-objects.ts';

const instance: Instance = {
  id: 'backgrounds',
  random: createRandomStreams('1'),
  resolvePath: (path) => path,
};
const bins = 6;
const labelNames = ['category_name', 'object_name', 'variation', ...latentNames];

describe('panoramas behind rendered objects', () => {
  let table: Table;
  let source: BackgroundSource;
  beforeAll(async () => {
    source = await panoramas.create(
      panoramas.options.parse({ folder: await temporaryPanoramas() }),
      {},
      instance,
    );
    const stimuli = await createRenderedObjects(
      { imagesPerObject: { V0: 20, V3: 100, V6: 100 } },
      { backgrounds: source },
    );
    table = (await stimuli.describe()).table;
  });

  /** Holm-adjusted p of every pair of a background feature and a label. */
  async function dependence(
    backgroundIds: readonly string[],
    labels: readonly string[],
    permutations: number,
  ) {
    const features = await backgroundFeatures(source, backgroundIds);
    const tests = testDependence(
      Object.values(features).map(coded),
      labels.map((name) => coded(table.columns[name])),
      permutations,
      createRandomStreams('null').stream('permutations'),
    ).flat();
    const smallest = 1 / (permutations + 1);
    // An adjusted p below .01 must be possible, or finding none says nothing.
    expect(smallest * tests.length).toBeLessThan(0.01);
    return holm(tests.map(({ p }) => p));
  }

  test('tell nothing of category, object, variation and latents', async () => {
    expect(table.length).toBe(1540);
    const adjusted = await dependence(strings(table, 'background_id'), labelNames, 4999);
    expect(Math.min(...adjusted)).toBeGreaterThan(0.01);
  });

  test('would be caught if one in ten depended on the category', async () => {
    const categories = strings(table, 'category_name');
    const cheating = strings(table, 'background_id').map((id, row) =>
      row % 10 === 0 ? categories[row] : id,
    );
    const adjusted = await dependence(cheating, ['category_name'], 999);
    expect(Math.min(...adjusted)).toBeLessThan(0.01);
  });
});

function coded(column: Column): Coded {
  return column instanceof Float64Array ? codedBins(column, bins) : codedLabels(column);
}
