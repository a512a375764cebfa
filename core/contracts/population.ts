import type { Assembly } from '../assembly/assembly.ts';
import type { Table } from '../assembly/table.ts';
import { extensionPoint } from './plugin.ts';
import type { Appearance, StimulusSet } from './stimuli.ts';

export interface Responses {
  /** One row per neuroid: `neuroid_id` (unique), `region`, and what else is known of it. */
  readonly neuroids: Table;
  /** `[repetition, presentation, neuroid]`, NaN where a repetition is missing. Unit: spikes per presentation. */
  readonly trials: Assembly<Float64Array>;
  /**
   * Spikes in time bins, `[repetition, presentation, neuroid, time_bin]` with `time_bin_start` and `time_bin_end` in ms
   * after the stimulus comes on; scores use `trials` alone.
   */
  readonly timeCourse?: Assembly<Float32Array>;
  /** Noiseless expected response `[presentation, neuroid]`; simulated populations only. */
  readonly truth?: Assembly<Float64Array>;
}

/** A model or file of neuroids. */
export interface Population {
  readonly fingerprint?: string;
  /** Simulated results say so wherever they appear. */
  readonly simulated: boolean;
  /** One sentence for reports: what these neuroids are. */
  readonly description: string;
  /** Regions of its neuroids. */
  readonly regions: readonly string[];
  /** How it has stimuli drawn for it; `presented` by default. */
  readonly looksAt?: Appearance;
  /**
   * Responses to every stimulus of a set, in row order. `others` holds the sets that the plugin named in
   * `stimulusSets`. Throws InputError when the set lacks what the population needs.
   */
  respond(stimuli: StimulusSet, others: ReadonlyMap<string, StimulusSet>): Promise<Responses>;
}

export const Population = extensionPoint<Population>(
  'population',
  'responses of simulated or recorded neuroids',
);
