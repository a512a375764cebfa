import { beforeAll, describe, expect, test } from '@jest/globals';
import { numbers, strings } from '../../../core/assembly/table.ts';
import type { Backbone } from '../../../core/contracts/backbone.ts';
import type { LinearAlgebra } from '../../../core/contracts/linear-algebra.ts';
import type { Frames } from '../../../core/contracts/pictures.ts';
import type { Responses } from '../../../core/contracts/population.ts';
import { calibrationPictures } from '../../../core/neurons/calibration-pictures.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import openblas from '../../../plugins/openblas/index.ts';
import pixels from '../../../plugins/pixels/index.ts';
import plugin from '../../../plugins/teacher-population/index.ts';
import { mean, pearson } from '../../support/correlation.ts';
import { ridgeWeights } from '../../support/ridge-weights.ts';
import { simpleObjects } from '../../support/simple-objects.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const at = { id: 'copy', random: createRandomStreams('teacher'), resolvePath: (path: string) => path };
const format = { width: 8, height: 12, degrees: 8, channels: 1 } as const;
const stimuli = stimulusSetOf(simpleObjects(5));

/** One layer of every pixel of `format`, one of minus that, and one that never answers. */
const backbone: Backbone = {
  family: 'toy',
  layers: ['silent', 'negative', 'pixels'].map((name) => ({ name, shape: [12, 8] })),
  activations: async ({ data }, _format, names) => {
    const factor = { silent: 0, negative: -1, pixels: 1 };
    return new Map(
      names.map((name) => [
        name,
        Float32Array.from(data, (value) => (factor[name as keyof typeof factor] * value) / 255),
      ]),
    );
  },
};

function leaves(count: number) {
  const presented = calibrationPictures(count, format, createRandomStreams('leaves'));
  const ids = Array.from({ length: count }, (_, row) => `leaves-${row}`);
  return stimulusSetOf({ table: { length: count, columns: { stimulus_id: ids } }, presented });
}

async function respond(
  options: Record<string, unknown> = {},
  set = leaves(30),
  teacher: Backbone = backbone,
): Promise<Responses> {
  const parsed = plugin.options.parse({ neuroids: 5, repetitions: 2, inputs: 4, ...options });
  return (await plugin.create(parsed, { backbone: teacher }, at)).respond(set, new Map());
}

/** Expected counts by the columns of the neuroid table. */
function byTable({ neuroids }: Responses, activations: Float32Array, units: number): number[] {
  return Array.from({ length: (activations.length / units) * neuroids.length }, (_, index) => {
    const neuroid = index % neuroids.length;
    const picture = Math.floor(index / neuroids.length);
    return [1, 2, 3, 4].reduce((sum, input) => {
      const unit = numbers(neuroids, `input_${input}`)[neuroid];
      return sum + numbers(neuroids, `weight_${input}`)[neuroid] * activations[picture * units + unit];
    }, numbers(neuroids, 'offset')[neuroid]);
  });
}

async function activationsOf(frames: Frames, layer: string): Promise<Float32Array> {
  return (await backbone.activations(frames, format, [layer])).get(layer) ?? new Float32Array();
}

describe('the truth', () => {
  test.each(['pixels', 'negative'])(
    'of layer %s is the weighted sum that the neuroid table states',
    async (layer) => {
      const set = leaves(30);
      const responses = await respond({ layer }, set);
      const activations = await activationsOf(
        await set.frames(Array.from({ length: 30 }, (_, row) => row)),
        layer,
      );
      byTable(responses, activations, 96).forEach((count, index) => {
        expect(responses.truth?.data[index]).toBeCloseTo(Math.max(0, count), 10);
      });
    },
  );

  test('of a multi-unit site has the weights of its neurons together', async () => {
    const set = leaves(30);
    const responses = await respond({ multiUnit: 3 }, set);
    const activations = await activationsOf(
      await set.frames(Array.from({ length: 30 }, (_, row) => row)),
      'pixels',
    );
    byTable(responses, activations, 96).forEach((count, index) => {
      if (count > 0.2) expect(responses.truth?.data[index]).toBeCloseTo(count, 10);
    });
  });

  test('reaches the mean rate over pictures like those that set it', async () => {
    const { truth, neuroids } = await respond({ neuroids: 20 }, leaves(160));
    const relative = Array.from(numbers(neuroids, 'mean_rate'), (rate, neuroid) => {
      const own = Array.from({ length: 160 }, (_, row) => truth?.data[row * 20 + neuroid] ?? Number.NaN);
      return mean(own) / (rate * 0.1);
    });
    for (const share of relative) expect(Math.abs(share - 1)).toBeLessThan(0.3);
  });
});

describe('weights', () => {
  test('are sparse, positive and of different units', async () => {
    const { neuroids } = await respond({ neuroids: 40 });
    for (let neuroid = 0; neuroid < 40; neuroid++) {
      const units = [1, 2, 3, 4].map((input) => numbers(neuroids, `input_${input}`)[neuroid]);
      expect(new Set(units).size).toBe(4);
      for (const input of [1, 2, 3, 4])
        expect(numbers(neuroids, `weight_${input}`)[neuroid]).toBeGreaterThan(0);
    }
  });

  test('are recovered by ridge regression, the better the more trials there are', async () => {
    const algebra: LinearAlgebra = await openblas.create(openblas.options.parse({}), {}, at);
    const set = leaves(300);
    const activations = await activationsOf(
      await set.frames(Array.from({ length: 300 }, (_, row) => row)),
      'pixels',
    );
    const found: number[] = [];
    for (const repetitions of [2, 16, 128]) {
      const { trials, neuroids } = await respond({ repetitions }, set);
      const means = Float64Array.from({ length: 300 * 5 }, (_, index) =>
        mean(Array.from({ length: repetitions }, (_, repetition) => trials.data[repetition * 1500 + index])),
      );
      const fitted = ridgeWeights(
        { rows: 300, columns: 96, data: Float64Array.from(activations) },
        { rows: 300, columns: 5, data: means },
        0.3,
        algebra,
      );
      const correlations = Array.from({ length: 5 }, (_, neuroid) => {
        const true_ = new Float64Array(96);
        for (const input of [1, 2, 3, 4])
          true_[numbers(neuroids, `input_${input}`)[neuroid]] = numbers(neuroids, `weight_${input}`)[neuroid];
        return pearson(
          true_,
          Array.from({ length: 96 }, (_, unit) => fitted.data[unit * 5 + neuroid]),
        );
      });
      found.push(mean(correlations));
    }
    expect(found[1]).toBeGreaterThan(found[0] + 0.05);
    expect(found[2]).toBeGreaterThan(found[1] + 0.05);
    expect(found[2]).toBeGreaterThan(0.8);
  });
});

describe('every output says that it is a copy', () => {
  let responses: Responses;
  beforeAll(async () => {
    responses = await respond({ timeBins: { from: 50, to: 200, width: 50 } });
  });

  test('neuroids and arrays', () => {
    expect(new Set(strings(responses.neuroids, 'region'))).toEqual(new Set(['teacher']));
    expect(new Set(strings(responses.neuroids, 'teacher'))).toEqual(new Set(['toy pixels']));
    for (const array of [responses.trials, responses.truth, responses.timeCourse])
      expect(array?.attributes).toMatchObject({ simulated: true, teacher: 'toy pixels' });
  });

  test('description', async () => {
    const population = await plugin.create(plugin.options.parse({}), { backbone }, at);
    expect(population.description).toContain('simulated');
    expect(population.description).toContain('teacher: toy pixels');
    expect(population.description).toContain('no brain');
  });
});

test('neuroids share gain the more, the more alike they are', async () => {
  const teacher = await pixels.create(pixels.options.parse({ size: 2 }), {}, at);
  const { trials, neuroids } = await respond(
    { inputs: 1, neuroids: 8, repetitions: 400, gainVariance: 0.5, sharedVariance: 0.5 },
    stimuli,
    teacher,
  );
  const noise = Array.from({ length: 8 }, (_, neuroid) => {
    const count = stimuli.table.length;
    const value = (repetition: number, row: number) => trials.data[(repetition * count + row) * 8 + neuroid];
    return Array.from({ length: count }, (_, row) => {
      const own = Array.from({ length: 400 }, (_, repetition) => value(repetition, row));
      const centre = mean(own);
      return own.map((spikes) => spikes - centre);
    }).flat();
  });
  const input = numbers(neuroids, 'input_1');
  const pairs = noise.flatMap((first, a) =>
    noise.slice(0, a).map((second, b) => ({ same: input[a] === input[b], r: pearson(first, second) })),
  );
  const average = (same: boolean) => mean(pairs.filter((pair) => pair.same === same).map(({ r }) => r));
  expect(average(true)).toBeGreaterThan(average(false) + 0.03);
});

describe('refuses', () => {
  test('a layer that the backbone lacks', async () => {
    await expect(respond({ layer: 'pixel' })).rejects.toThrow(
      'there is no layer "pixel"; did you mean "pixels"',
    );
  });

  test('a layer whose units never answer', async () => {
    await expect(respond({ layer: 'silent' })).rejects.toThrow(
      'no unit of layer "silent" answers to pictures',
    );
  });
});
