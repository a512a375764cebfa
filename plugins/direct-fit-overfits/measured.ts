import type { Interval } from '../../core/contracts/interval.ts';
import type { ExamName } from './exams.ts';

/** What came out of one condition, as plain data. */
export interface Measured {
  readonly population: string;
  readonly region: string;
  readonly simulated: boolean;
  readonly neuroids: number;
  /** false: pictures were shown once, so that there is no ceiling. */
  readonly repeated: boolean;
  readonly exams: readonly ExamFacts[];
  readonly models: readonly ModelMarks[];
  /** Readout of the task-trained networks less direct fit, on new categories. */
  readonly advantage: Advantage;
  /** p that direct fits explain nothing of new categories. */
  readonly pDirect: number;
}

export interface ExamFacts {
  readonly exam: ExamName;
  readonly stimuli: number;
  readonly ceiling: number;
}

export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

export interface Advantage extends Estimate {
  /** Mean when predictions are handed to other pictures at random. */
  readonly control: number;
  /** p that it is not above 0. */
  readonly pAbove: number;
  /** p that it is not below what is negligible. */
  readonly pBelow: number;
}

export const kinds = ['direct fit', 'task-trained', 'untrained'] as const;
export type Kind = (typeof kinds)[number];

/** How networks of one kind did. */
export interface ModelMarks {
  readonly kind: Kind;
  readonly networks: readonly string[];
  /** Layers read out, network by network; none where the networks' own outputs predict. */
  readonly layers: readonly string[];
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly exam: ExamName;
  /** Explained variance as a share of the ceiling, mean over networks. */
  readonly fit: Estimate;
  /** The same of every network. */
  readonly single: readonly number[];
  /** Fit on the training pictures less this one. */
  readonly gap: Estimate;
}

/** The mark of one kind of network in one exam; undefined where the scene has no such network. */
export function markOf({ models }: Measured, kind: Kind, exam: ExamName): Mark | undefined {
  return models.find((model) => model.kind === kind)?.marks.find((mark) => mark.exam === exam);
}

export function trainingPictures({ exams }: Measured): number {
  return exams[0].stimuli;
}

/** What is on the axis: explained variance, as a share of the ceiling where there is one. */
export function measureWords({ repeated }: Measured): string {
  return repeated ? 'explained variance / ceiling' : 'explained variance (pictures shown once, no ceiling)';
}
