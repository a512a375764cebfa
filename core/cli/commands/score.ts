import { Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../../errors/errors.ts';
import { createRandomStreams } from '../../random/streams.ts';
import { type FileScores, scoreFiles } from '../../scoring/score-files.ts';
import { splitForms } from '../../scoring/split-plan.ts';
import { type CorrectionName, correctionNames } from '../../statistics/corrections.ts';
import { createLog } from '../logging.ts';
import { openRegistry } from '../open-laboratory.ts';
import { openReadout } from '../open-readout.ts';
import { printScores } from '../print-scores.ts';
import { createProgress } from '../progress.ts';
import { wholeNumber } from '../settings.ts';
import { neuroidVersion } from '../version.ts';

interface ScoreOptions {
  readonly readout: string;
  readonly components?: number;
  readonly penalty?: number;
  readonly option: Readonly<Record<string, unknown>>;
  readonly splits: string;
  readonly stratify?: string;
  readonly dimensions?: readonly string[];
  readonly ceiling: 'split-half' | 'none';
  readonly correction: CorrectionName;
  readonly halvings: number;
  readonly bootstrap: number;
  readonly seed: string;
  readonly json?: boolean;
}

const level = 0.95;

export function scoreCommand(): Command {
  return new Command('score')
    .description(
      'score features against responses, arrays made elsewhere: how well do units predict neuroids?',
    )
    .usage('[options] <features...> <responses>')
    .argument('<arrays...>', 'files of features, then the one of responses: .npy, .csv, .zarr, .nc')
    .option('--readout <plugin>', 'maps features to responses', 'pls')
    .option('--components <number>', 'of pls', number)
    .option('--penalty <number>', 'of ridge', number)
    .option('--option <name=value>', 'any other option of the readout; may be repeated', collectOption, {})
    .option('--splits <plan>', splitForms.join(', '), 'brainscore')
    .option('--stratify <file>', 'CSV with a row per stimulus, or the coordinate kept in proportion')
    .option('--dimensions <names>', 'of the responses, in order: repetition,presentation,neuroid', listed)
    .addOption(
      new Option('--ceiling <kind>', 'of the responses')
        .choices(['split-half', 'none'])
        .default('split-half'),
    )
    .addOption(
      new Option('--correction <name>', 'for the ceiling')
        .choices(correctionNames)
        .default('explained-variance'),
    )
    .option('--halvings <number>', 'random halves of the repetitions', wholeNumber, 10)
    .option('--bootstrap <draws>', 'resamples behind the intervals', wholeNumber, 200)
    .option('--seed <text>', 'of k-fold splits and the bootstrap', '1')
    .option('--json', 'print one JSON object and nothing else')
    .action(async (files: readonly string[], options: ScoreOptions) => {
      const scored = await score(files, options);
      process.stdout.write(options.json ? `${JSON.stringify(forPrograms(scored))}\n` : printScores(scored));
    });
}

async function score(files: readonly string[], options: ScoreOptions): Promise<FileScores> {
  const { readout, components, penalty, option, ceiling, halvings, bootstrap, ...request } = options;
  const responses = files.at(-1);
  if (responses === undefined || files.length < 2)
    throw new InputError('score needs files of features and, last, one of responses; there is one file.');
  const given = { ...(components && { components }), ...(penalty && { penalty }), ...option };
  const opened = await openReadout(await openRegistry(), readout, given, createLog());
  return scoreFiles(
    {
      ...request,
      features: files.slice(0, -1),
      responses,
      halvings: ceiling === 'none' ? 0 : halvings,
      draws: bootstrap,
      level,
    },
    opened,
    createRandomStreams(options.seed),
    createProgress(),
  );
}

/** One score stands by itself, several stand in a list. */
function forPrograms({ scores, responses, protocol }: FileScores) {
  const context = { responses, protocol, neuroid: neuroidVersion() };
  return scores.length === 1 ? { ...scores[0], ...context } : { scores, ...context };
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('write a number.');
  return value;
}

function listed(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}

/** Adds one option of the readout; numbers are numbers. */
function collectOption(text: string, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const match = /^([^=]+)=(.*)$/s.exec(text);
  if (!match)
    throw new InvalidArgumentError('write it as name=value, for instance --option algorithm=exact.');
  const value = Number(match[2]);
  return { ...options, [match[1]]: match[2] !== '' && Number.isFinite(value) ? value : match[2] };
}
