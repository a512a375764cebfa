import type * as tensorflow from '@tensorflow/tfjs';
import { extensionPoint } from './plugin.ts';

/** The tensor engine: TensorFlow.js on some backend, ready to use. */
export interface Tensors {
  /** Engine and versions, for instance `tensorflow 2.21.0 (tfjs-node 4.22.0)`; belongs to the cache key. */
  readonly identity: string;
  readonly threads: number;
  readonly degraded?: string;
  readonly tf: typeof tensorflow;
}

export const Tensors = extensionPoint<Tensors>('tensors', 'float32 tensors with gradients');
