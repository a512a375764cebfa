import { beforeAll, describe, expect, test } from '@jest/globals';
import { strings, table } from '../../../core/assembly/table.ts';
import type { LinearAlgebra } from '../../../core/contracts/linear-algebra.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { toleratedShare } from '../../../plugins/it-shape-space/drive.ts';
import plugin from '../../../plugins/it-shape-space/index.ts';
import { drawNeuroid } from '../../../plugins/it-shape-space/neuroids.ts';
import { shapeFeatures } from '../../../plugins/it-shape-space/shape-features.ts';
import { createShapeSpace, project } from '../../../plugins/it-shape-space/shape-space.ts';
import openblas from '../../../plugins/openblas/index.ts';
import { categoryShare } from '../../support/category-share.ts';
import { mean, median, pearson } from '../../support/correlation.ts';
import { simpleObjects } from '../../support/simple-objects.ts';
import { type StimulusParts, selectStimuli, stimulusSetOf } from '../../support/stimuli.ts';

const at = { id: 'IT', random: createRandomStreams('it'), resolvePath: (path: string) => path };
const parts = simpleObjects(8);
const count = parts.table.length;
let algebra: LinearAlgebra;
let truth: Float64Array;
beforeAll(async () => {
  algebra = await openblas.create(openblas.options.parse({}), {}, at);
  truth = await truthOf(parts);
});

async function truthOf(set: StimulusParts, options: Record<string, unknown> = {}): Promise<Float64Array> {
  const parsed = plugin.options.parse({ neuroids: 60, repetitions: 1, ...options });
  const population = await plugin.create(parsed, { algebra }, at);
  const others = new Map([['space', stimulusSetOf(parts)]]);
  const responses = await population.respond(stimulusSetOf(set), others);
  return responses.truth?.data ?? new Float64Array();
}

const responsesOf = (neuroid: number) =>
  Array.from({ length: truth.length / 60 }, (_, row) => truth[row * 60 + neuroid]);

describe('the shape space', () => {
  test('spreads its own shapes evenly along uncorrelated axes', async () => {
    const features = await shapeFeatures(stimulusSetOf(parts));
    const space = createShapeSpace(features, 6, algebra);
    const places = project(features, space, algebra);
    const axis = (index: number) => Array.from({ length: count }, (_, row) => places.data[row * 6 + index]);
    for (let first = 0; first < 6; first++) {
      expect(mean(axis(first))).toBeCloseTo(0, 8);
      expect(mean(axis(first).map((place) => place ** 2))).toBeCloseTo(1, 6);
      for (let second = 0; second < first; second++)
        expect(Math.abs(pearson(axis(first), axis(second)))).toBeLessThan(1e-6);
      if (first > 0) expect(space.deviations[first]).toBeLessThanOrEqual(space.deviations[first - 1]);
    }
  });
});

describe('the truth', () => {
  test('does not see the background', async () => {
    const blank = { ...parts.presented, data: new Uint8Array(parts.presented.data.length) };
    expect(await truthOf({ ...parts, presented: blank })).toEqual(truth);
  });

  test('sees the pose: images of one object differ', async () => {
    const objects = strings(parts.table, 'object_name');
    const shares = Array.from({ length: 60 }, (_, neuroid) => categoryShare(responsesOf(neuroid), objects));
    expect(median(shares)).toBeLessThan(0.75);
  });

  test('can take its space from another set', async () => {
    const few = selectStimuli(parts, [3, 20, 40]);
    const own = await truthOf(few);
    const others = await truthOf(few, { space: 'space' });
    const all = await truthOf(parts, { space: 'space' });
    expect(own).not.toEqual(others);
    [3, 20, 40].forEach((row, place) => {
      for (let neuroid = 0; neuroid < 60; neuroid++)
        expect(others[place * 60 + neuroid]).toBeCloseTo(all[row * 60 + neuroid], 8);
    });
  });

  test('asks for the sets that it names, each once', () => {
    const sets = (options: object) => plugin.stimulusSets?.(plugin.options.parse(options));
    expect(sets({})).toEqual([]);
    expect(sets({ space: 'a', preferences: 'b' })).toEqual(['a', 'b']);
    expect(sets({ space: 'a', preferences: 'a' })).toEqual(['a']);
  });

  test('is described as bound to its stimuli where they span the space themselves', async () => {
    const described = async (options: object) =>
      (await plugin.create(plugin.options.parse(options), { algebra }, at)).description;
    expect(await described({})).toContain('spanned by the very stimuli');
    expect(await described({ space: 'space' })).not.toContain('spanned by the very stimuli');
  });
});

describe('tolerance', () => {
  const stream = createRandomStreams('tolerance').stream('neuroids');
  const places = { rows: 2, columns: 12, data: new Float64Array(24).fill(1) };
  const exemplars = { places, deviations: new Float64Array(12).fill(1) };
  const neuroids = Array.from({ length: 300 }, () => drawNeuroid(exemplars, stream));

  test('falls with distance from the preferred place, size and view', () => {
    for (const neuroid of neuroids.slice(0, 20)) {
      const { x, y, size, view } = neuroid;
      const [yaw, pitch, roll] = view;
      const latents = {
        x: Float64Array.of(x, x + 0.3, x + 4, x, x),
        y: Float64Array.of(y, y, y, y, y),
        size: Float64Array.of(size, size, size, size + 1, size),
        angles: [
          Float64Array.of(yaw, yaw, yaw, yaw, yaw + 2),
          new Float64Array(5).fill(pitch),
          new Float64Array(5).fill(roll + 2 * Math.PI),
        ],
      };
      const shares = [0, 1, 2, 3, 4].map((row) => toleratedShare(neuroid, latents, row));
      expect(shares[0]).toBeCloseTo(1, 10);
      expect(shares[1]).toBeGreaterThan(0.9);
      expect(shares[2]).toBeLessThan(shares[1]);
      expect(shares[3]).toBeLessThan(1);
      expect(shares[4]).toBeLessThan(1);
      expect(shares[4]).toBeGreaterThan(0.5);
    }
  });

  test('is traded for selectivity', () => {
    const selectivity = neuroids.map((neuroid) => neuroid.selectivity);
    for (const tolerance of ['positionTolerance', 'sizeTolerance', 'viewTolerance'] as const) {
      const correlation = pearson(
        selectivity,
        neuroids.map((neuroid) => neuroid[tolerance]),
      );
      expect(correlation).toBeLessThan(-0.5);
      expect(correlation).toBeGreaterThan(-0.98);
    }
  });

  test('lets every ramp rise towards its exemplar', () => {
    for (const { weights, preferred } of neuroids)
      expect(weights.reduce((sum, weight, axis) => sum + weight * preferred[axis], 0)).toBeGreaterThanOrEqual(
        0,
      );
  });
});

describe('refuses', () => {
  test('sets without ground truth', async () => {
    const { objectAlone: _, ...photographs } = parts;
    await expect(truthOf(photographs)).rejects.toThrow(
      'it-shape-space needs the ground truth of the objects, but stimulus set "simple objects" has only presented',
    );
  });

  test('sets without position or size', async () => {
    const { tz: _, ...columns } = parts.table.columns;
    await expect(truthOf({ ...parts, table: table(columns) })).rejects.toThrow('lacks tz');
    const odd = { ...parts.table.columns, s: new Float64Array(count) };
    await expect(truthOf({ ...parts, table: table(odd) })).rejects.toThrow(
      's must be positive, got 0 in row 1',
    );
  });

  test('a space that the scene does not have, or whose objects are all alike', async () => {
    await expect(truthOf(parts, { space: 'elsewhere' })).rejects.toThrow(
      'space names the stimulus set "elsewhere"',
    );
    await expect(truthOf(parts, { preferences: 'nowhere' })).rejects.toThrow(
      'preferences names the stimulus set "nowhere"',
    );
    await expect(truthOf(selectStimuli(parts, [0]))).rejects.toThrow('spans no shape space');
  });
});
