import type { Assembly } from '../assembly/assembly.ts';
import { selectColumns } from '../assembly/matrix.ts';
import { strings } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import { InputError } from '../errors/errors.ts';
import type { Halves } from '../statistics/reliability.ts';
import { meanOver } from '../statistics/repetition-means.ts';
import { repetitionHalves } from './repetition-halves.ts';
import type { Trials } from './trials.ts';

/** Responses of the neuroids that can be scored. */
export interface ScorableResponses {
  readonly neuroidIds: readonly string[];
  /** `[stimuli, neuroids]`, means over repetitions. */
  readonly means: Matrix;
  /** Halves of the repetitions; absent where there is one repetition only, so that there is no ceiling. */
  readonly halves?: Halves;
  readonly excluded: readonly { readonly neuroid_id: string; readonly reason: string }[];
}

/**
 * Means and halves, without neuroids that answer to no stimulus or always alike.
 * @param halvings how often the repetitions are halved; 0 for no ceiling.
 * Throws InputError when none is left.
 */
export function scorableResponses({ trials, neuroids }: Trials, halvings: number): ScorableResponses {
  const repetitions = trials.shape[0];
  const all = meanOver(
    trials,
    Array.from({ length: repetitions }, (_, repetition) => repetition),
  );
  const ids = strings(neuroids, 'neuroid_id');
  const halves = repetitions > 1 && halvings > 0 ? repetitionHalves(trials, halvings) : undefined;
  const reasons = ids.map((_, neuroid) => whyUnscorable(all, trials, neuroid));
  const kept = ids.flatMap((_, neuroid) => (reasons[neuroid] === undefined ? [neuroid] : []));
  if (kept.length === 0) throw new InputError(`no neuroid can be scored: ${ids[0]} has ${reasons[0]}.`);
  return {
    neuroidIds: kept.map((neuroid) => ids[neuroid]),
    means: selectColumns(all, kept),
    ...(halves && {
      halves: halves.map(({ first, second }) => ({
        first: selectColumns(first, kept),
        second: selectColumns(second, kept),
      })),
    }),
    excluded: ids.flatMap((neuroid_id, neuroid) => {
      const reason = reasons[neuroid];
      return reason === undefined ? [] : [{ neuroid_id, reason }];
    }),
  };
}

function whyUnscorable(
  { rows, columns, data }: Matrix,
  { shape: [repetitions], data: trials }: Assembly<Float64Array>,
  neuroid: number,
): string | undefined {
  const size = rows * columns;
  for (let index = neuroid; index < repetitions * size; index += columns)
    if (Math.abs(trials[index]) === Number.POSITIVE_INFINITY) return 'an infinite response';
  const values = Array.from({ length: rows }, (_, row) => data[row * columns + neuroid]);
  const missing = values.filter(Number.isNaN).length;
  if (missing > 0) return `no response to ${missing} of ${rows} stimuli`;
  if (values.every((value) => value === values[0])) return `responses that never vary (always ${values[0]})`;
  return undefined;
}
