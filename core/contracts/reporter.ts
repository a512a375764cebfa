import type { Picture } from './pictures.ts';
import { extensionPoint } from './plugin.ts';
import type { Results } from './results.ts';

export interface ContactSheet {
  readonly title: string;
  readonly caption: string;
  readonly picture: Picture;
}

/** One neuroid and the stimuli at both ends of its tuning. */
export interface PortraitExample {
  readonly neuroid: string;
  /** Split-half reliability (Spearman-Brown); null where stimuli were shown once. */
  readonly reliability: number | null;
  /** Mean response to the stimulus of each rank, from the best, 1, to the worst; of many stimuli some. */
  readonly tuning: readonly { readonly rank: number; readonly mean: number }[];
  /** The best stimuli, then the worst, with the responses of single repetitions. */
  readonly stimuli: readonly {
    readonly stimulus: string;
    readonly mean: number;
    readonly trials: readonly number[];
  }[];
  /** Pictures of these stimuli side by side. */
  readonly pictures: Picture;
}

/** What the neuroids of one region of a population do. */
export interface PopulationPortrait {
  readonly population: string;
  readonly region: string;
  readonly simulated: boolean;
  /** Of the responses. */
  readonly unit: string;
  /** Of every neuroid that has one. */
  readonly reliabilities: readonly number[];
  /** Per neuroid, the mean response to a stimulus and its variance between repetitions, averaged over stimuli. */
  readonly variability: readonly {
    readonly neuroid: string;
    readonly mean: number;
    readonly variance: number;
  }[];
  readonly examples: readonly PortraitExample[];
}

export interface Report {
  readonly results: Results;
  readonly contactSheets: readonly ContactSheet[];
  readonly portraits: readonly PopulationPortrait[];
}

export interface ReportFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** Makes files from results. The same report gives the same bytes. */
export interface Reporter {
  report(report: Report): Promise<readonly ReportFile[]>;
}

export const Reporter = extensionPoint<Reporter>('reporter', 'files from results');
