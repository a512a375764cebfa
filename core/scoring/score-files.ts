import { basename, extname } from 'node:path';
import { readArray } from '../array-files/read-array.ts';
import type { Table } from '../assembly/table.ts';
import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { Progress } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { Readout } from '../contracts/readout.ts';
import { InputError } from '../errors/errors.ts';
import type { CorrectionName } from '../statistics/corrections.ts';
import { type FeatureSet, featureSets } from './feature-sets.ts';
import { type ScorableResponses, scorableResponses } from './scorable-responses.ts';
import { createScorer, type FeatureScore } from './score-features.ts';
import { layOutSplits } from './split-plan.ts';
import { joinStimulusTable } from './stimulus-table.ts';
import { trialsOf } from './trials.ts';

export interface ScoreRequest {
  readonly features: readonly string[];
  readonly responses: string;
  /** Names of the dimensions of responses whose file has none. */
  readonly dimensions?: readonly string[];
  /** CSV with a row per stimulus, or a coordinate of the responses. */
  readonly stratify?: string;
  readonly splits: string;
  /** How often the repetitions are halved; 0 states no ceiling. */
  readonly halvings: number;
  readonly correction: CorrectionName;
  readonly draws: number;
  readonly level: number;
}

export interface FileScores {
  readonly scores: readonly FeatureScore[];
  readonly responses: {
    readonly file: string;
    readonly stimuli: number;
    readonly neuroids: number;
    readonly repetitions: number;
    readonly excluded: ScorableResponses['excluded'];
  };
  readonly protocol: {
    readonly readout: string;
    readonly splits: string;
    readonly stratify: string;
    readonly correction: CorrectionName;
    readonly halvings: number;
    readonly bootstrap: number;
    readonly level: number;
    readonly algebra: string;
  };
}

const tableEndings = ['.csv', '.tsv'];

/** Scores the features of files against the responses of another. Throws InputError when they do not fit together. */
export async function scoreFiles(
  request: ScoreRequest,
  { readout, algebra }: { readonly readout: Readout; readonly algebra: LinearAlgebra },
  random: RandomStreams,
  progress: Progress,
): Promise<FileScores> {
  const given = trialsOf(await readArray(request.responses), request.responses, request.dimensions);
  const { stimuli, stratify } = await stratification(given.stimuli, request.stratify);
  const folds = layOutSplits(request.splits, stimuli, stratify, random.stream('splits'));
  const responses = scorableResponses(given, request.halvings);
  const { correction, draws, level } = request;
  const protocol = { readout, folds, correction, draws, level };
  const score = createScorer(responses, protocol, algebra, random.scope('bootstrap'));
  const step = progress.step('Scoring', request.features.length, 'files');
  const scores: FeatureScore[] = [];
  for (const file of request.features) {
    for (const features of await readFeatures(file, given.stimuli)) scores.push(await score(features));
    step.advance(1, basename(file));
  }
  step.finish();
  return {
    scores,
    responses: {
      file: request.responses,
      stimuli: responses.means.rows,
      neuroids: responses.means.columns,
      repetitions: given.trials.shape[0],
      excluded: responses.excluded,
    },
    protocol: {
      readout: readout.description,
      splits: request.splits,
      stratify,
      correction,
      halvings: request.halvings,
      bootstrap: draws,
      level,
      algebra: algebra.identity,
    },
  };
}

async function readFeatures(file: string, stimuli: Table): Promise<FeatureSet[]> {
  return featureSets(await readArray(file), file, basename(file, extname(file)), stimuli);
}

/** What is known of the stimuli, and the column that stratified splits keep in proportion. */
async function stratification(
  stimuli: Table,
  given: string | undefined,
): Promise<{ readonly stimuli: Table; readonly stratify: string }> {
  if (given === undefined) return { stimuli, stratify: 'object_name' };
  if (tableEndings.includes(extname(given).toLowerCase()))
    return { stimuli: await joinStimulusTable(stimuli, given), stratify: 'object_name' };
  if (stimuli.columns[given]) return { stimuli, stratify: given };
  throw new InputError(
    `--stratify ${given}: is neither a .csv file nor a coordinate of the responses; they have ` +
      `${Object.keys(stimuli.columns).join(', ') || 'none'}.`,
  );
}
