import { assembly } from '../../core/assembly/assembly.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { FoldedTrials } from '../../core/recordings/fold-trials.ts';
import { reliabilityPerNeuroid, splitHalves } from '../../core/statistics/reliability.ts';

const halvings = 50;

/**
 * Columns of the neuroids whose reliability over all stimuli reaches a threshold.
 * Throws InputError when stimuli were shown once, or no neuroid is as reliable.
 */
export function reliableColumns(
  { repetitions, stimuli, data }: FoldedTrials,
  threshold: number,
  random: RandomStream,
  file: string,
): readonly number[] {
  if (repetitions === 1)
    throw new InputError(
      `${file}: has one repetition of every stimulus, so there is no reliability to choose neuroids by; leave out ` +
        'the option reliability.',
    );
  const columns = data.length / (repetitions * stimuli.length);
  const trials = assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, stimuli.length, columns],
    data,
  });
  const everyRow = Array.from({ length: stimuli.length }, (_, row) => row);
  const reliabilities = reliabilityPerNeuroid(splitHalves(trials, random, halvings), everyRow);
  const kept = Array.from(reliabilities.keys()).filter((column) => reliabilities[column] >= threshold);
  if (kept.length > 0) return kept;
  const best = Math.max(...reliabilities.filter((value) => !Number.isNaN(value)));
  throw new InputError(
    `${file}: no neuroid has a reliability of ${threshold} or more; the highest is ${best.toFixed(3)}.`,
  );
}
