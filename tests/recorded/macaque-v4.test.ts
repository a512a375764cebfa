import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { selectRows } from '../../core/assembly/matrix.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Responses } from '../../core/contracts/population.ts';
import type { Features } from '../../core/contracts/readout.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { columnCorrelations } from '../../core/statistics/correlation.ts';
import { createFeatures } from '../../core/statistics/features.ts';
import { reliabilityPerNeuroid, splitHalves } from '../../core/statistics/reliability.ts';
import { kFold } from '../../core/statistics/splits.ts';
import { mean, median } from '../../core/statistics/summaries.ts';
import imageArchive from '../../plugins/image-archive/index.ts';
import openblas from '../../plugins/openblas/index.ts';
import pixels from '../../plugins/pixels/index.ts';
import recordedPopulation from '../../plugins/recorded-population/index.ts';
import { createRidge } from '../../plugins/ridge/ridge.ts';
import { range } from '../support/matrices.ts';
import { stimulusSetOf } from '../support/stimuli.ts';
import { dataFolder } from './folder.ts';

const images = 640;
const random = createRandomStreams('macaque-v4');
const folder = join(dataFolder ?? '', 'macaque-v4');
const instance = { id: 'macaque', random, resolvePath: (path: string) => join(folder, path) };

function meansOf({ shape: [repetitions, stimuli, neuroids], data }: Responses['trials']): Matrix {
  const means = Float64Array.from({ length: stimuli * neuroids }, (_, place) => {
    const present = range(0, repetitions)
      .map((repetition) => data[repetition * stimuli * neuroids + place])
      .filter((value) => !Number.isNaN(value));
    return mean(present);
  });
  return { rows: stimuli, columns: neuroids, data: means };
}

(dataFolder ? describe : describe.skip)('macaque V4, session 210325', () => {
  let algebra: LinearAlgebra;
  let features: Features;
  let trials: Responses['trials'];
  let responses: Matrix;

  beforeAll(async () => {
    algebra = await openblas.create(openblas.options.parse({}), {}, instance);
    const options = imageArchive.options.parse({ archive: 'images_210325.zip', size: 112 });
    const source = await imageArchive.create(options, {}, instance);
    const { table, format } = await source.describe();
    const { frames } = await source.draw(range(0, images), 'presented');
    const stimuli = stimulusSetOf({ table, presented: frames });
    const recorded = recordedPopulation.options.parse({ responses: 'responses_210325.npy', region: 'V4' });
    const population = await recordedPopulation.create(recorded, {}, instance);
    ({ trials } = await population.respond(stimuli, new Map()));
    responses = meansOf(trials);
    const backbone = await pixels.create(pixels.options.parse({}), {}, instance);
    const values =
      (await backbone.activations(frames, format, ['pixels'])).get('pixels') ?? new Float32Array();
    features = createFeatures({ rows: images, columns: values.length / images, data: values }, algebra);
  }, 60_000);

  /** Every image predicted when it was held out, in ten folds. */
  async function crossPredict(targets: Matrix) {
    const predicted = { ...targets, data: new Float64Array(targets.data.length) };
    const within: number[] = [];
    for (const { train, test: held } of kFold(images, 10, random.stream('folds'))) {
      const fitted = await createRidge({ penalty: 'leave-one-out' }, algebra).fit(
        features,
        train,
        selectRows(targets, train),
      );
      const found = fitted.predict(held);
      held.forEach((row, place) => {
        const values = found.data.subarray(place * found.columns, (place + 1) * found.columns);
        predicted.data.set(values, row * found.columns);
      });
      within.push(median(columnCorrelations(found, selectRows(targets, held))));
    }
    return { acrossFolds: median(columnCorrelations(predicted, targets)), withinFolds: mean(within) };
  }

  test('reliability of the 50 neurons: median .751, range .510 to .927', () => {
    const found = reliabilityPerNeuroid(splitHalves(trials, random.stream('halves'), 50), range(0, images));
    expect(found).toHaveLength(50);
    expect(Math.abs(median(found) - 0.751)).toBeLessThan(0.01);
    expect(Math.abs(Math.min(...found) - 0.51)).toBeLessThan(0.01);
    expect(Math.abs(Math.max(...found) - 0.927)).toBeLessThan(0.01);
  }, 60_000);

  test('pixels predict them with r .251 by ridge; with images shuffled nothing is left', async () => {
    const { acrossFolds, withinFolds } = await crossPredict(responses);
    expect(Math.abs(acrossFolds - 0.251)).toBeLessThan(0.03);
    expect(Math.abs(withinFolds - 0.251)).toBeLessThan(0.03);
    const shuffled = selectRows(responses, random.stream('images').permutation(images));
    expect(Math.abs((await crossPredict(shuffled)).withinFolds)).toBeLessThan(0.05);
  }, 60_000);
});
