import type * as tensorflow from '@tensorflow/tfjs';
import type { Layer } from '../contracts/backbone.ts';
import type { Frames } from '../contracts/pictures.ts';
import { run } from './forward.ts';
import type { Architecture } from './lay-out.ts';
import type { Operation } from './operations.ts';
import { pictureTensor } from './pictures.ts';
import type { Weights } from './weights.ts';

/** A network whose weights are there. */
export interface ReadableNetwork {
  readonly tf: typeof tensorflow;
  readonly architecture: Architecture;
  readonly weights: Weights;
}

/** Silenced units by layer. */
export type Lesions = ReadonlyMap<string, readonly number[]>;

/** Activations `[count, units]` of the given layers; runs no further than the last of them. */
export function readLayers(
  network: ReadableNetwork,
  frames: Frames,
  layers: readonly Layer[],
  lesions: Lesions,
): Float32Array[] {
  const values = new Map<string, Float32Array>();
  const wanted = new Set(layers.map(({ name }) => name));
  const onLayer = (name: string, output: tensorflow.Tensor) => {
    const lesioned = silence(network, name, output, lesions);
    if (wanted.has(name)) values.set(name, lesioned.dataSync<'float32'>());
    return lesioned;
  };
  const { tf, architecture, weights } = network;
  const operations = upTo(architecture.operations, wanted);
  tf.tidy(() => {
    run({ tf, weights, mode: 'reading', onLayer }, operations, pictureTensor(tf, frames));
  });
  return layers.map(({ name }) => values.get(name) ?? new Float32Array());
}

/** What the output layers read, `[count, features]`. */
export function readFeatures(network: ReadableNetwork, frames: Frames, lesions: Lesions): tensorflow.Tensor {
  const { tf, architecture, weights } = network;
  const onLayer = (name: string, output: tensorflow.Tensor) => silence(network, name, output, lesions);
  return tf.tidy(() =>
    run(
      { tf, weights, mode: 'reading', onLayer },
      architecture.operations,
      pictureTensor(tf, frames),
    ).reshape([frames.count, architecture.features]),
  );
}

/** Operations up to the last layer that is wanted. */
function upTo(operations: readonly Operation[], wanted: ReadonlySet<string>): readonly Operation[] {
  const last = operations.findLastIndex(
    (operation) => operation.kind === 'layer' && wanted.has(operation.name),
  );
  return operations.slice(0, last + 1);
}

function silence(
  { tf }: ReadableNetwork,
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
