import type * as tensorflow from '@tensorflow/tfjs';
import type { Layer } from '../contracts/backbone.ts';
import type { Frames } from '../contracts/pictures.ts';
import type { Tensors } from '../contracts/tensors.ts';
import { foldNormalisation } from './fold.ts';
import { type Pass, run } from './forward.ts';
import type { Architecture } from './lay-out.ts';
import type { Operation } from './operations.ts';
import { pictureTensor } from './pictures.ts';
import type { Weights } from './weights.ts';

/** A network whose weights are there. */
export interface ReadableNetwork {
  readonly tensors: Tensors;
  readonly architecture: Architecture;
  readonly weights: Weights;
}

/** Silenced units by layer. */
export type Lesions = ReadonlyMap<string, readonly number[]>;

/** A network ready for any number of pictures. */
export interface Reader {
  /** Activations `[count, units]` of the given layers. */
  layers(frames: Frames): Float32Array[];
  /** What the output layers read, `[count, features]`. */
  features(frames: Frames): tensorflow.Tensor;
  dispose(): void;
}

/** Runs no further than the last of the layers that are wanted; without any, to the end. */
export function openReader(
  network: ReadableNetwork,
  wanted: readonly Layer[] | 'features',
  lesions: Lesions,
): Reader {
  const { tensors, architecture, weights } = network;
  const { tf } = tensors;
  const names = wanted === 'features' ? [] : wanted.map(({ name }) => name);
  const needed =
    wanted === 'features' ? architecture.operations : upTo(architecture.operations, new Set(names));
  const { operations, folded, ...reading } = foldNormalisation(tf, needed, weights);
  const read = (frames: Frames, onLayer: Pass['onLayer']) =>
    run(
      { tensors, weights: reading.weights, mode: 'reading', onLayer },
      operations,
      pictureTensor(tf, frames),
    );
  return {
    layers: (frames) => {
      const values = new Map<string, Float32Array>();
      tf.tidy(() => {
        read(frames, (name, output) => {
          const lesioned = silence(tf, name, output, lesions);
          if (names.includes(name)) values.set(name, lesioned.dataSync<'float32'>());
          return lesioned;
        });
      });
      return names.map((name) => values.get(name) ?? new Float32Array());
    },
    features: (frames) =>
      tf.tidy(() =>
        read(frames, (name, output) => silence(tf, name, output, lesions)).reshape([
          frames.count,
          architecture.features,
        ]),
      ),
    dispose: () => tf.dispose([...folded]),
  };
}

/** Operations up to the last layer that is wanted. */
function upTo(operations: readonly Operation[], wanted: ReadonlySet<string>): readonly Operation[] {
  const last = operations.findLastIndex(
    (operation) => operation.kind === 'layer' && wanted.has(operation.name),
  );
  return operations.slice(0, last + 1);
}

function silence(
  tf: typeof tensorflow,
  name: string,
  output: tensorflow.Tensor,
  lesions: Lesions,
): tensorflow.Tensor {
  const units = lesions.get(name);
  if (!units) return output;
  const [, ...shape] = output.shape;
  const intact = new Float32Array(shape.reduce((product, length) => product * length, 1)).fill(1);
  for (const unit of units) intact[unit] = 0;
  return output.mul(tf.tensor(intact, shape));
}
