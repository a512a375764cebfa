import { token } from '../container/token.ts';

/** Messages for people, on standard error. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export const Log = token<Log>('log');

/** Shows how far a step is; a step that never advances is never shown. */
export interface Progress {
  /** @param unit plural noun of what is counted, for instance `images`. */
  step(name: string, total: number, unit: string): ProgressStep;
}

export interface ProgressStep {
  advance(by: number, note?: string): void;
  finish(): void;
}

export const Progress = token<Progress>('progress');
