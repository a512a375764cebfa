import { token } from '../container/token.ts';

/** Messages for people, on standard error. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export const Log = token<Log>('log');

/** Shows how far a step is; a step that never advances is never shown. */
export interface Progress {
  /**
   * @param unit plural noun of what is counted, for instance `images`.
   * @param work what is done, by which its speed is remembered.
   */
  step(name: string, total: number, unit: string, work?: Work): ProgressStep;
}

/** What is done, and by which plugin. */
export interface Work {
  readonly kind: WorkKind;
  readonly plugin: string;
  /** How many times longer one of it takes than one of the kind's usual size; 1 by default. */
  readonly effort?: number;
}

export type WorkKind = 'drawing' | 'training' | 'showing' | 'responding' | 'fitting' | 'testing';

export interface ProgressStep {
  advance(by: number, note?: string): void;
  finish(): void;
}

export const Progress = token<Progress>('progress');
