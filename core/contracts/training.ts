import type { Tensor } from '@tensorflow/tfjs';
import type { Table } from '../assembly/table.ts';
import type { Matrix } from './linear-algebra.ts';
import type { Frames, PictureFormat } from './pictures.ts';
import { extensionPoint } from './plugin.ts';
import type { RandomStreams } from './random.ts';
import type { StimulusSet } from './stimuli.ts';

export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** What a training has come to. */
export interface Checkpoint {
  /** Steps of the optimiser so far. */
  readonly step: number;
  /** Epochs so far; a whole number at the end of one. */
  readonly epoch: number;
  /** Of the network and its output layer. */
  readonly weights: readonly NamedTensor[];
  /** What the outputs say, in order: categories, latents, neuroids. */
  readonly outputNames: readonly string[];
  /** For instance `loss` and `score` of the stimuli learnt from since the checkpoint before, and of those watched. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** A checkpoint from which training can go on as if never interrupted. */
export interface TrainingState extends Checkpoint {
  readonly optimiser: readonly NamedTensor[];
}

/** What an objective may know before training. */
export interface TrainingContext {
  /** Stimuli learnt from and watched. */
  readonly table: Table;
  /** Rows of the table that are learnt from; whatever is estimated comes from these alone. */
  readonly rows: readonly number[];
  /** What a population of the scene answers to the stimuli. Throws InputError where there is none of that id. */
  responses(population: string): Promise<TrainingResponses>;
}

export interface TrainingResponses {
  readonly neuroidIds: readonly string[];
  /** `[stimuli, neuroids]`: mean over repetitions; only neuroids that respond to some stimuli more than to others. */
  readonly means: Matrix;
}

/** What a network is trained for: how many outputs, which targets, which loss. */
export interface Objective {
  readonly name: string;
  /** Ids of the populations whose responses it asks for. */
  readonly populations?: readonly string[];
  /** Learns from the stimuli which targets there are, and how wide the output is. */
  prepare(context: TrainingContext): Promise<PreparedObjective>;
}

export type Head =
  /** Fully connected layers, of which those before the outputs have `hidden` units and are rectified. */
  | { readonly kind: 'dense'; readonly hidden: readonly number[] }
  /**
   * Outputs weigh the places of the last map and its channels apart (Klindt et al. 2017, equation 2). `sparseness` times the
   * mean over outputs of the sum of |weights of places| times the norm of the weights of channels is added to the loss.
   */
  | { readonly kind: 'factorised'; readonly sparseness: number };

export interface PreparedObjective {
  /** One name per output. */
  readonly outputNames: readonly string[];
  /** What training puts between the network and the outputs; one fully connected layer by default. */
  readonly head?: Head;
  /**
   * How often every picture of a batch is shown, each time changed anew: first all pictures once, then all again.
   * 1 by default.
   */
  readonly views?: number;
  /** Targets of the given rows, in that order, as a tensor the loss understands. */
  targets(rows: readonly number[]): Tensor;
  /** Mean loss of a batch, a scalar. @param outputs `[views * rows, outputs]` */
  loss(outputs: Tensor, targets: Tensor): Tensor;
  /** Share of the batch that is right, or another score in which more is better; a scalar. */
  score(outputs: Tensor, targets: Tensor): Tensor;
  /** Scores of single tasks by name, where there are several. */
  scores?(outputs: Tensor, targets: Tensor): Readonly<Record<string, Tensor>>;
}

export const Objective = extensionPoint<Objective>('objective', 'targets and loss for training');

/** How training pictures are changed at random. */
export interface Augmentation {
  /** Largest shift, as a share of the side. */
  readonly shift: number;
  /** Largest rotation either way, in degrees. */
  readonly rotation: number;
  /** Largest change of size, as a factor: 1 … zoom and 1 / zoom … 1. */
  readonly zoom: number;
  readonly flip: boolean;
  /** Share of the pictures whose colours are taken away. */
  readonly grey: number;
  /** Largest change of contrast about mid-grey, as a share of it. */
  readonly contrast: number;
  /** Standard deviation of the noise of every pixel, as a share of white. */
  readonly noise: number;
}

export type OptimiserOptions =
  /** Kingma & Ba (2015) with decoupled weight decay (Loshchilov & Hutter 2019). */
  | { readonly kind: 'adam' }
  /** Stochastic gradient descent with momentum, its weight decay decoupled too. */
  | { readonly kind: 'sgd'; readonly momentum: number };

/** How the learning rate changes; after a linear rise over the share `warmUp` of the training … */
export type Schedule =
  /** … it falls along half a cosine to 0 (Loshchilov & Hutter 2017). */
  | { readonly kind: 'cosine'; readonly warmUp: number }
  /** … it stays. */
  | { readonly kind: 'constant'; readonly warmUp: number }
  /** … it is multiplied by `factor` when each of the given shares of the training is over. */
  | {
      readonly kind: 'steps';
      readonly warmUp: number;
      readonly at: readonly number[];
      readonly factor: number;
    };

export interface TrainingOptions {
  readonly epochs: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly optimiser: OptimiserOptions;
  /** Share of the kernels taken off per step, times the learning rate. */
  readonly weightDecay: number;
  readonly schedule: Schedule;
  readonly augmentation: Augmentation;
  /** Share of the stimuli kept for validation, 0 … 0.5. */
  readonly validation: number;
  /** Steps between checkpoints; at the end of every epoch by default. */
  readonly checkpointEvery?: number | undefined;
}

export interface Training {
  /** Stimuli learnt from and watched. */
  readonly stimuli: StimulusSet;
  readonly objective: Objective;
  readonly responses: TrainingContext['responses'];
  readonly options: TrainingOptions;
  readonly random: RandomStreams;
  /** Where an interrupted training goes on. */
  readonly from?: TrainingState;
  /** Told after every batch. */
  onBatch?(batch: { readonly epoch: number; readonly stimuli: number; readonly loss: number }): void;
}

export interface Trainable {
  /**
   * Trains anew, or from `training.from`. Gives its state at the steps of `planTraining(...).checkpoints`. Throws
   * InputError when the loss is no longer finite.
   */
  train(training: Training): AsyncIterable<TrainingState>;
  /** Takes over the weights of a checkpoint. */
  restore(checkpoint: Checkpoint): void;
  /** What the trained output layer says after `restore`, `[count, outputs]`. */
  outputs?(frames: Frames, format: PictureFormat): Promise<Float32Array>;
  /** Names of the outputs after `restore`. */
  outputNames?(): readonly string[];
}
