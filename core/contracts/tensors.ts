import type * as tensorflow from '@tensorflow/tfjs';
import { extensionPoint } from './plugin.ts';

type Tensor = tensorflow.Tensor;

/** The tensor engine: TensorFlow.js on some backend, ready to use. */
export interface Tensors {
  /** Engine and versions, for instance `tensorflow 2.21.0 (tfjs-node 4.22.0)`; belongs to the cache key. */
  readonly identity: string;
  readonly threads: number;
  readonly degraded?: string;
  readonly tf: typeof tensorflow;
  /** Absent where the engine has none. */
  readonly wholeKernels?: WholeKernels;
  /** Makes a graph ready to run as a whole, a third faster than one operation after the other; absent where it cannot. */
  compile?(graph: Graph): CompiledGraph;
}

/** Operations of TensorFlow, each after those that it takes. */
export interface Graph {
  /** Given anew with every run; float32, -1 stands for any length. */
  readonly inputs: readonly { readonly name: string; readonly shape: readonly number[] }[];
  readonly nodes: readonly GraphNode[];
}

export interface GraphNode {
  readonly name: string;
  /** For instance `Conv2D`. */
  readonly operation: string;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, GraphAttribute>>;
}

export type GraphAttribute =
  | { readonly type: 'float32' | 'int32' }
  | { readonly text: string }
  | { readonly number: number }
  | { readonly integers: readonly number[] }
  | { readonly values: Float32Array | Int32Array; readonly shape: readonly number[] };

export interface CompiledGraph {
  /** What the given nodes give. @param inputs in the order of the graph's */
  run(inputs: readonly Tensor[], outputs: readonly string[]): Tensor[];
  dispose(): void;
}

/**
 * Steps of networks that an engine computes in one piece, several times as fast as composed of single operations.
 * They stand on no gradient tape. Activations are `[count, height, width, channels]`.
 */
export interface WholeKernels {
  /**
   * Batch normalisation by the batch itself. Of the running statistics, which move towards mean and unbiased variance
   * of the batch, the share `momentum` is kept.
   */
  normaliseByBatch(
    x: Tensor,
    scale: Tensor,
    shift: Tensor,
    running: RunningStatistics,
    options: { readonly epsilon: number; readonly momentum: number },
  ): BatchNormalisation;
  /** Gradients by `x`, `scale` and `shift`. */
  normaliseByBatchGradient(
    gradient: Tensor,
    x: Tensor,
    scale: Tensor,
    reserved: readonly Tensor[],
    epsilon: number,
  ): readonly [Tensor, Tensor, Tensor];
  /** Gradient by the input of a rectification, from its output. */
  rectifyGradient(gradient: Tensor, output: Tensor): Tensor;
  /** Absent where the engine lacks it. */
  readonly maximumPooling?: MaximumPooling | undefined;
}

/** The maximum of every window, which goes over `size` x `size` pixels and moves by `stride`. */
export interface MaximumPooling {
  /** With the place of every maximum in its window. */
  pool(x: Tensor, windows: PoolingWindows): { readonly output: Tensor; readonly places: Tensor };
  /** Gradient by `x`: what each window got goes to the place of its maximum. */
  gradient(
    gradient: Tensor,
    x: Tensor,
    pooled: ReturnType<MaximumPooling['pool']>,
    windows: PoolingWindows,
  ): Tensor;
}

export interface PoolingWindows {
  readonly size: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid';
}

/** Per channel. */
export interface RunningStatistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

export interface BatchNormalisation {
  readonly output: Tensor;
  /** The running statistics after the batch. */
  readonly moved: RunningStatistics;
  /** For the gradient. */
  readonly reserved: readonly Tensor[];
}

export const Tensors = extensionPoint<Tensors>('tensors', 'float32 tensors with gradients');
