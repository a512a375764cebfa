import type { Tensor } from '@tensorflow/tfjs';
import type { Table } from '../assembly/table.ts';
import type { Frames, PictureFormat } from './pictures.ts';
import { extensionPoint } from './plugin.ts';
import type { RandomStreams } from './random.ts';
import type { StimulusSet } from './stimuli.ts';

export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Weights and optimiser state after a whole number of epochs; enough to go on as if never interrupted. */
export interface Checkpoint {
  readonly epoch: number;
  readonly weights: readonly NamedTensor[];
  readonly optimiser: readonly NamedTensor[];
  /** For instance `loss` and `accuracy`, of training and validation stimuli. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** What a network is trained for: how many outputs, which targets, which loss. */
export interface Objective {
  readonly name: string;
  /** Learns from the table which targets there are, and how wide the output is. */
  prepare(table: Table): PreparedObjective;
}

export interface PreparedObjective {
  readonly outputs: number;
  /** Targets of the given rows, in that order, as a tensor the loss understands. */
  targets(rows: readonly number[]): Tensor;
  /** Mean loss of a batch, a scalar. */
  loss(outputs: Tensor, targets: Tensor): Tensor;
  /** Share of the batch that is right, or another score in which more is better; a scalar. */
  score(outputs: Tensor, targets: Tensor): Tensor;
}

export const Objective = extensionPoint<Objective>('objective', 'targets and loss for training');

export interface TrainingOptions {
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  /** Share of the stimuli kept for validation, 0 … 0.5. */
  readonly validation: number;
}

export interface Training {
  readonly stimuli: StimulusSet;
  readonly objective: Objective;
  readonly options: TrainingOptions;
  readonly random: RandomStreams;
  /** The last checkpoint of an interrupted training. */
  readonly from?: Checkpoint;
  /** Told after every batch. */
  onBatch?(batch: { readonly epoch: number; readonly stimuli: number; readonly loss: number }): void;
}

export interface Trainable {
  /** One checkpoint per epoch, the first at `from.epoch + 1` (or 1). */
  train(training: Training): AsyncIterable<Checkpoint>;
  /** Takes over the weights of a checkpoint. */
  restore(checkpoint: Checkpoint): void;
  /** What the trained output layer says after `restore`, `[count, outputs]`. */
  outputs?(frames: Frames, format: PictureFormat): Promise<Float32Array>;
}
