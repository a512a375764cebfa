import { selectRows, strings } from '../assembly/table.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { FrameBlock, StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import type { TrainOptions } from '../scene/schema.ts';
import { hashKey } from '../store/key.ts';

/** Some stimuli of a set, by their rows in it. */
export interface SelectedStimuli {
  readonly rows: readonly number[];
  readonly set: StimulusSet;
}

/**
 * The stimuli that are trained on: without excluded categories, and so many of them drawn at random. Training sets of
 * one scene are nested. Throws InputError, without a place, where that asks for what is not there.
 */
export function selectForTraining(
  set: StimulusSet,
  { exclude = [], excludeBy, pictures }: TrainOptions,
  random: RandomStreams,
): SelectedStimuli {
  const kept = withoutCategories(set, exclude, excludeBy);
  if (pictures === undefined) return select(set, kept);
  if (pictures > kept.length)
    throw new InputError(
      `pictures is ${pictures}, but only ${kept.length} stimuli of "${set.id}" can be trained on; ask for at most ${kept.length}.`,
    );
  const allowed = new Set(kept);
  const order = random.scope('training').stream(`pictures/${set.id}`).permutation(set.table.length);
  const drawn = order.filter((row) => allowed.has(row)).slice(0, pictures);
  return select(
    set,
    drawn.sort((left, right) => left - right),
  );
}

function withoutCategories({ id, table }: StimulusSet, exclude: readonly string[], column: string): number[] {
  const all = Array.from({ length: table.length }, (_, row) => row);
  if (exclude.length === 0) return all;
  if (!(column in table.columns))
    throw new InputError(
      `the stimuli "${id}" have no column "${column}" to exclude by; ${didYouMean(column, Object.keys(table.columns))}`,
    );
  const labels = strings(table, column);
  const known = [...new Set(labels)];
  const unknown = exclude.find((category) => !known.includes(category));
  if (unknown !== undefined)
    throw new InputError(
      `exclude names "${unknown}", which no stimulus of "${id}" has as its ${column}; ${didYouMean(unknown, known)}`,
    );
  return all.filter((row) => !exclude.includes(labels[row]));
}

/** @param rows ascending. */
function select(set: StimulusSet, rows: readonly number[]): SelectedStimuli {
  if (rows.length === set.table.length) return { rows, set };
  const original = (positions: ArrayLike<number>) => Array.from(positions, (position) => rows[position]);
  return {
    rows,
    set: {
      ...set,
      key: hashKey({ set: set.key, rows }),
      table: selectRows(set.table, rows),
      frames: (positions, appearance) => set.frames(original(positions), appearance),
      silhouettes: async () => selectRows(await set.silhouettes(), rows),
      async *blocks(appearance): AsyncIterable<FrameBlock> {
        for (let start = 0; start < rows.length; start += blockSize)
          yield { start, frames: await set.frames(rows.slice(start, start + blockSize), appearance) };
      },
    },
  };
}

const blockSize = 128;
