import type * as tensorflow from '@tensorflow/tfjs';
import type { Frames } from '../contracts/pictures.ts';
import type { Tensors } from '../contracts/tensors.ts';
import { foldNormalisation } from './fold.ts';
import { type Pass, run } from './forward.ts';
import { graphOf, isGraph } from './graph.ts';
import type { Architecture } from './lay-out.ts';
import { type Lesions, maskOf } from './lesions.ts';
import type { Operation } from './operations.ts';
import { pictureTensor, pixelTensor } from './pictures.ts';
import { type Weights, weightOf } from './weights.ts';

/** A network whose weights are there. */
export interface ReadableNetwork {
  readonly tensors: Tensors;
  readonly architecture: Architecture;
  readonly weights: Weights;
}

/** A network with the weights of one moment, ready for any number of pictures. */
export interface Reader {
  /** Activations `[count, units]` of the named layers; runs no further than the last of them. */
  layers(frames: Frames, names: readonly string[]): Float32Array[];
  /** What the output layers read, `[count, features]`. */
  features(frames: Frames): tensorflow.Tensor;
  dispose(): void;
}

/** Runs the network as one graph where the engine can, else operation by operation. */
export function openReader(network: ReadableNetwork, lesions: Lesions): Reader {
  const { tensors, architecture, weights } = network;
  const { tf, compile } = tensors;
  const folded = foldNormalisation(tf, architecture.operations, weights);
  const own = { ...network, operations: folded.operations, weights: folded.weights };
  if (!compile || !isGraph(folded.operations)) {
    const reader = openStepwise(own, lesions);
    return { ...reader, dispose: () => tf.dispose([...folded.folded]) };
  }
  const reader = openCompiled(own, lesions, compile);
  tf.dispose([...folded.folded]);
  return reader;
}

interface FoldedReading {
  readonly tensors: Tensors;
  readonly architecture: Architecture;
  readonly operations: readonly Operation[];
  readonly weights: ReadonlyMap<string, tensorflow.Tensor>;
}

function openCompiled(
  { tensors: { tf }, architecture, operations, weights }: FoldedReading,
  lesions: Lesions,
  compile: NonNullable<Tensors['compile']>,
): Reader {
  const read = {
    shape: (name: string) => weightOf(weights, name).shape,
    values: (name: string) => weightOf(weights, name).dataSync<'float32'>(),
  };
  const graph = graphOf(architecture, operations, read, (name) => maskOf(architecture, lesions, name));
  const given = graph.given.map((name) => weightOf(weights, name));
  const compiled = compile(graph);
  const ask = (frames: Frames, nodes: readonly string[]) => {
    const pixels = pixelTensor(tf, frames);
    const outputs = compiled.run([pixels, ...given], nodes);
    pixels.dispose();
    return outputs;
  };
  return {
    layers: (frames, names) => {
      const outputs = ask(
        frames,
        names.map((name) => graph.layers.get(name) ?? name),
      );
      const values = outputs.map((output) => output.dataSync<'float32'>());
      tf.dispose(outputs);
      return values;
    },
    features: (frames) =>
      tf.tidy(() => ask(frames, [graph.features])[0].reshape([frames.count, architecture.features])),
    dispose: compiled.dispose,
  };
}

function openStepwise(
  { tensors, architecture, operations, weights }: FoldedReading,
  lesions: Lesions,
): Omit<Reader, 'dispose'> {
  const { tf } = tensors;
  const read = (frames: Frames, needed: readonly Operation[], onLayer: NonNullable<Pass['onLayer']>) => {
    const silenced = (name: string, output: tensorflow.Tensor) => {
      const mask = maskOf(architecture, lesions, name);
      return onLayer(name, mask ? output.mul(tf.tensor(mask.values, [...mask.shape])) : output);
    };
    const pass: Pass = { tensors, weights, mode: 'reading', onLayer: silenced };
    return run(pass, needed, pictureTensor(tf, frames));
  };
  return {
    layers: (frames, names) => {
      const values = new Map<string, Float32Array>();
      tf.tidy(() => {
        read(frames, upTo(operations, names), (name, output) => {
          if (names.includes(name)) values.set(name, output.dataSync<'float32'>());
          return output;
        });
      });
      return names.map((name) => values.get(name) ?? new Float32Array());
    },
    features: (frames) =>
      tf.tidy(() =>
        read(frames, operations, (_, output) => output).reshape([frames.count, architecture.features]),
      ),
  };
}

/** Operations up to the last of the named layers. */
function upTo(operations: readonly Operation[], names: readonly string[]): readonly Operation[] {
  const last = operations.findLastIndex(
    (operation) => operation.kind === 'layer' && names.includes(operation.name),
  );
  return operations.slice(0, last + 1);
}
