import type { Table } from '../assembly/table.ts';

/** Which part of the time after stimulus onset counts, in ms, and what becomes of several time bins. */
export interface TimeWindow {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly bins: 'mean' | 'sum';
}

/** Receives one response; `column` is the place among the neuroids asked for. */
export type Put = (presentation: number, repetition: number, column: number, value: number) => void;

/** A file of responses: what it says of presentations and neuroids, and the responses on demand. */
export interface RecordingSource {
  readonly file: string;
  /** One row per presentation: `stimulus_id` or `filename`, `repetition`, and what else the file says. */
  readonly presentations: Table;
  /** One row per neuroid: `neuroid_id`, `region`, `animal`, and what else the file says. */
  readonly neuroids: Table;
  /** Length of the dimension of repetitions; 1 where the file has none. */
  readonly repetitions: number;
  /** Whether the file says anything of presentations or neuroids; one that does must name its stimuli. */
  readonly labelled: boolean;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /**
   * Calls `put` once per presentation, repetition and chosen neuroid, with NaN where a response is missing. Memory
   * holds one block of the file at a time. Throws InputError when the window holds no data.
   */
  read(neuroids: readonly number[], window: TimeWindow, put: Put): Promise<void>;
  close(): void;
}
