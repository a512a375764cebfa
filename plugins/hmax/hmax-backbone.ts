import type * as tensorflow from '@tensorflow/tfjs';
import { activationsInBatches } from '../../core/backbones/batches.ts';
import { fitFrames } from '../../core/backbones/fit-frames.ts';
import { requireLayers } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { InputError } from '../../core/errors/errors.ts';
import { bands, orientations, patchSides, prototypeBand } from './bands.ts';
import { complexCellsPerSide, poolSimpleCells } from './complex-cells.ts';
import type { HmaxOptions } from './options.ts';
import { takePrototypes } from './prototypes.ts';
import { createSimpleCells } from './simple-cells.ts';
import { createTunedCells, type TunedCells } from './tuned-cells.ts';

type Maps = tensorflow.Tensor4D;

const batch = 8;
/** Places per side at which layers are read that have more cells. */
const simplePlaces = 10;
const tunedPlaces = 4;

/** Layers `s1`, `c1`, `s2` and `c2`; the last two need prototypes. */
export function createHmaxBackbone(options: HmaxOptions, { tf }: Tensors): Backbone {
  const { size, prototypes } = options;
  const cells = bands.map((band) => complexCellsPerSide(band, size));
  const octaves = [0, 1, 2].map((halvings) => {
    const own = bands.filter((band) => band.halvings === halvings);
    return createSimpleCells(
      tf,
      own.flatMap(({ scales }) => scales),
      halvings,
    );
  });
  const count = patchSides.length * prototypes;
  const layers = [
    { name: 's1', shape: [simplePlaces, simplePlaces, 2 * bands.length * orientations] },
    { name: 'c1', shape: [simplePlaces, simplePlaces, bands.length * orientations] },
    { name: 's2', shape: [tunedPlaces, tunedPlaces, count] },
    { name: 'c2', shape: [count] },
  ];
  let tuned: readonly TunedCells[] = [];

  /** S1: per band its two scales. */
  function simpleResponses(frames: Frames): [Maps, Maps][] {
    const { data } = fitFrames(frames, size, size, 1);
    let pictures = tf.tensor4d(Float32Array.from(data), [frames.count, size, size, 1]);
    const maps = octaves.flatMap((respond, halvings) => {
      if (halvings > 0) pictures = tf.avgPool(pictures, 2, 2, 'valid');
      return respond(pictures);
    });
    return bands.map((_, band) => [maps[2 * band], maps[2 * band + 1]]);
  }

  /** The cells nearest to evenly spread places, where cell i lies at `first + i step` pixels. */
  function readAt(maps: Maps, places: number, first: number, step: number): Maps {
    const indices = Array.from({ length: places }, (_, place) => {
      const nearest = Math.round((((place + 0.5) / places) * size - first) / step);
      return Math.max(0, Math.min(maps.shape[1] - 1, nearest));
    });
    return maps.gather(indices, 1).gather(indices, 2);
  }

  /** Squared distances from the prototypes of one size, in every band in which a patch has room. */
  function distancesFrom(own: TunedCells, complex: readonly Maps[]) {
    return bands.flatMap((band, index) =>
      cells[index] < own.side ? [] : [{ band, maps: own.distances(complex[index]) }],
    );
  }

  function respond(frames: Frames, names: readonly string[]): tensorflow.Tensor[] {
    const first = simpleResponses(frames);
    const complex = bands.map((band, index) => poolSimpleCells(tf, band, first[index]));
    const distances = names.some((name) => name === 's2' || name === 'c2')
      ? requireTuned().map((own) => ({ own, perBand: distancesFrom(own, complex) }))
      : [];
    const read: Readonly<Record<string, () => tensorflow.Tensor>> = {
      s1: () =>
        tf.concat(
          bands.flatMap(({ halvings }, index) =>
            first[index].map((maps) => readAt(maps, simplePlaces, 2 ** halvings / 2, 2 ** halvings)),
          ),
          3,
        ),
      c1: () =>
        tf.concat(
          bands.map(({ window, step }, index) => readAt(complex[index], simplePlaces, window / 2, step)),
          3,
        ),
      s2: () =>
        tf.concat(
          distances.map(({ own, perBand }) => {
            const places = perBand.map(({ band: { window, step }, maps }) =>
              readAt(maps, tunedPlaces, window / 2 + ((own.side - 1) / 2) * step, step),
            );
            return own.tune(places.reduce((least, maps) => tf.minimum(least, maps)));
          }),
          3,
        ),
      c2: () =>
        tf.concat(
          distances.map(({ own, perBand }) => {
            const least = perBand.map(({ maps }) => maps.min([1, 2]));
            return own.tune(least.reduce((all, distance) => tf.minimum(all, distance)));
          }),
          1,
        ),
    };
    return names.map((name) => read[name]());
  }

  function requireTuned(): readonly TunedCells[] {
    if (tuned.length > 0) return tuned;
    throw new InputError('hmax has no prototypes yet for its layers s2 and c2; give it fit in the scene.');
  }

  function valuesOf(respond: () => tensorflow.Tensor[]): Float32Array[] {
    const outputs = tf.tidy(respond);
    const values = outputs.map((output) => output.dataSync<'float32'>());
    tf.dispose(outputs);
    return values;
  }

  return {
    family: 'classic',
    layers,
    activations: async (frames, _format, names) =>
      activationsInBatches(frames, requireLayers(layers, names), batch, (pictures) =>
        valuesOf(() => respond(pictures, names)),
      ),
    fittable: {
      what: 'prototypes',
      fit: async (pictures, _format, random) => {
        const side = cells[prototypeBand];
        const layer = { name: 'c1', shape: [side, side, orientations] };
        const complex = await activationsInBatches(pictures, [layer], batch, (some) =>
          valuesOf(() => [poolSimpleCells(tf, bands[prototypeBand], simpleResponses(some)[prototypeBand])]),
        );
        return takePrototypes(complex.get('c1') ?? new Float32Array(), side, prototypes, random);
      },
      restore: (fitted) => {
        for (const own of tuned) own.dispose();
        tuned = fitted.map((own) => createTunedCells(tf, own, options.sharpness));
      },
    },
  };
}
