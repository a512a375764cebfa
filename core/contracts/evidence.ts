import type { Table } from '../assembly/table.ts';
import type { Halves } from '../statistics/reliability.ts';
import type { Key } from '../store/key.ts';
import type { Layer } from './backbone.ts';
import type { Interval } from './interval.ts';
import type { Matrix } from './linear-algebra.ts';
import type { Features } from './readout.ts';
import type { Performance, Score } from './results.ts';
import type { StimulusSet } from './stimuli.ts';

/**
 * A score against its ceiling with its bootstrap draws. Draws are paired: draw b of every score and performance resampled the same
 * stimuli, and draw b of all scores of a population the same neuroids.
 */
export interface ScoreEvidence extends Score {
  readonly ceiling: number;
  readonly ceiled: number;
  readonly interval: Interval;
  /** Draws of `ceiled`. */
  readonly draws: Float64Array;
}

export interface PerformanceEvidence extends Performance {
  readonly draws: Float64Array;
}

/** How a backbone of the scene was trained. */
export interface TrainingFacts {
  /** Id of the objective's plugin, for instance `category-objective`. */
  readonly objective: string;
  /** Options of the objective, as the scene resolved them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Id of the stimulus set. */
  readonly on: string;
  /** Stimuli learnt from and watched. */
  readonly stimuli: number;
  /** Their rows in the set, ascending. */
  readonly rows: readonly number[];
  /** Categories left out. */
  readonly excluded: readonly string[];
  /** Checkpoint whose weights are used, of so many. */
  readonly checkpoint: number;
  /** Id under which checkpoints of one training are found; checkpoints of one training share it. */
  readonly of: string;
}

/** What is known of a backbone before anything is computed. */
export interface BackbonePlan {
  readonly id: string;
  readonly plugin: string;
  readonly family: string;
  /** Id of the entry that this backbone is a sample of. */
  readonly memberOf?: string;
  /** Scored layers, from input to output. */
  readonly layers: readonly Layer[];
  /** Absent: not trained. */
  readonly training?: TrainingFacts;
}

/** A backbone that can be shown any stimulus set of the scene. What it gives is kept in the store. */
export interface BackboneEvidence extends BackbonePlan {
  /** Units of a layer, one row per stimulus of the set. */
  features(layer: string, set: string): Promise<Features>;
  /** What the trained head says, `[stimuli, outputs]`. Throws InputError for backbones that were not trained. */
  outputs(set: string): Promise<Matrix>;
  /** What these outputs say, in order: categories, latents, neuroids. Throws InputError as `outputs` does. */
  outputNames(): Promise<readonly string[]>;
  /** The same backbone with some units of a layer silenced. Throws InputError where its plugin cannot. */
  lesioned(layer: string, units: readonly number[]): BackboneEvidence;
}

/** What the neuroids of one region of a population answer to a stimulus set. */
export interface RegionResponses {
  readonly population: string;
  readonly region: string;
  readonly simulated: boolean;
  readonly neuroidIds: readonly string[];
  /** `[stimuli, neuroids]`: mean over repetitions. */
  readonly means: Matrix;
  /** The noiseless expected response, `[stimuli, neuroids]`; simulated populations only. */
  readonly truth: Matrix | undefined;
  /** Split-half reliability of every neuroid over all stimuli; null where there are too few repetitions. */
  readonly reliabilities: readonly (number | null)[];
  /** Means of halves of the repetitions; undefined where stimuli were shown once. */
  readonly halves: (() => Halves) | undefined;
}

export interface PopulationPlan {
  readonly id: string;
  readonly plugin: string;
  readonly simulated: boolean;
  readonly regions: readonly string[];
}

/** What a scene holds, known before anything is drawn, trained or shown. */
export interface ScenePlan {
  /** Id of the presented stimulus set. */
  readonly presented: string;
  /** Tables of all stimulus sets, by id. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly backbones: readonly BackbonePlan[];
  readonly populations: readonly PopulationPlan[];
  /** Ids of the protocols. */
  readonly protocols: readonly string[];
  /** Column with the classes that backbones are asked to tell apart; absent where the scene asks for no performance. */
  readonly task?: string;
}

/** Everything that a hypothesis may ask of a scene. */
export interface Evidence {
  /** Scores of single layers; those without a ceiling are not among them. */
  readonly layers: readonly ScoreEvidence[];
  /** Scores of whole backbones, their layer chosen inside the training splits. */
  readonly backbones: readonly ScoreEvidence[];
  readonly performance: readonly PerformanceEvidence[];
  /** Regions of the scene, as the scene lists its populations. */
  readonly regions: readonly string[];
  /** Layer names per backbone, from input to output. */
  readonly depth: ReadonlyMap<string, readonly string[]>;
  readonly plan: ScenePlan;
  readonly models: readonly BackboneEvidence[];
  readonly sets: ReadonlyMap<string, StimulusSet>;
  /** Responses of all populations to a set, region by region, in the scene's order. */
  responses(set: string): Promise<readonly RegionResponses[]>;
  /** The same, simulated or read again without a look into the store. */
  responsesAnew(set: string): Promise<readonly RegionResponses[]>;
  /**
   * A value that is expensive, as JSON data, kept in the store between runs. Options and version of the hypothesis belong
   * to its key; `inputs` names what else it was computed from.
   */
  remember<Value>(inputs: Inputs, compute: () => Promise<Value>): Promise<Value>;
}

/** What a remembered value depends on: ids of the scene, and what tells it from other values of the hypothesis. */
export interface Inputs {
  readonly what: Key;
  readonly backbones?: readonly string[];
  readonly sets?: readonly string[];
  readonly populations?: readonly string[];
}
