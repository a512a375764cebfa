import { activationsInBatches } from '../../core/backbones/batches.ts';
import { fitFrames } from '../../core/backbones/fit-frames.ts';
import { requireLayers, unitsOf } from '../../core/backbones/layers.ts';
import type { Backbone, Layer } from '../../core/contracts/backbone.ts';
import type { Frames } from '../../core/contracts/pictures.ts';
import type { Tensors } from '../../core/contracts/tensors.ts';
import { InputError } from '../../core/errors/errors.ts';
import { createDescriptorGrid, descriptorLength } from './descriptors.ts';
import type { Points } from './k-means.ts';
import { nearestCentres } from './nearest.ts';
import type { SiftOptions } from './options.ts';
import { averageOver, type Place, partsOf, shareOfWords } from './pooling.ts';
import { fitVocabulary } from './vocabulary.ts';

const batch = 8;
/** Parts per side over which descriptors are averaged. */
const parts = 4;

/** Layers `descriptors` and `words`; the second needs a vocabulary. */
export function createSiftBackbone(options: SiftOptions, { tf }: Tensors): Backbone {
  const { size, bins, step, words, pyramid } = options;
  const grids = bins.map((bin) => createDescriptorGrid(tf, size, bin, step));
  const places: Place[] = grids.flatMap(({ centres }, scale) =>
    centres.flatMap((y) => centres.map((x) => ({ x: (x + 0.5) / size, y: (y + 0.5) / size, scale }))),
  );
  const layers = [
    { name: 'descriptors', shape: [parts, parts, bins.length * descriptorLength] },
    { name: 'words', shape: [partsOf(pyramid), words] },
  ];
  let vocabulary: Points | undefined;

  /** `[pictures, places, 128]` */
  function describe(frames: Frames): Float32Array {
    const descriptors = tf.tidy(() => {
      const { data } = fitFrames(frames, size, size, 1);
      const pictures = tf.tensor4d(Float32Array.from(data), [frames.count, 1, size, size]);
      return tf.concat(
        grids.map((grid) => grid.describe(pictures)),
        1,
      );
    });
    const values = descriptors.dataSync<'float32'>();
    descriptors.dispose();
    return values;
  }

  const readers: Readonly<Record<string, (descriptors: Float32Array) => Float32Array>> = {
    descriptors: (descriptors) => averageOver(places, descriptors, parts, bins.length),
    words: (descriptors) => {
      if (!vocabulary)
        throw new InputError('sift has no vocabulary yet for its layer words; give it fit in the scene.');
      const points = { count: places.length, dimensions: descriptorLength, data: descriptors };
      const nearest = nearestCentres(tf, points, vocabulary);
      return shareOfWords(places, descriptors, nearest, { words, pyramid });
    },
  };

  function respond(pictures: Frames, read: readonly Layer[]): Float32Array[] {
    const descriptors = describe(pictures);
    const length = places.length * descriptorLength;
    return read.map((layer) => {
      const values = new Float32Array(pictures.count * unitsOf(layer));
      for (let picture = 0; picture < pictures.count; picture++) {
        const own = descriptors.subarray(picture * length, (picture + 1) * length);
        values.set(readers[layer.name](own), picture * unitsOf(layer));
      }
      return values;
    });
  }

  return {
    family: 'classic',
    layers,
    activations: async (frames, _format, names) => {
      const read = requireLayers(layers, names);
      return activationsInBatches(frames, read, batch, (pictures) => respond(pictures, read));
    },
    fittable: {
      what: 'a vocabulary',
      fit: async (pictures, _format, random) => {
        const assign = (points: Points, centres: Points) => nearestCentres(tf, points, centres);
        const { data } = fitVocabulary(pictures, words, { describe, assign }, random);
        return [{ name: 'vocabulary', shape: [words, descriptorLength], data }];
      },
      restore: ([{ data }]) => {
        vocabulary = { count: words, dimensions: descriptorLength, data };
      },
    },
  };
}
