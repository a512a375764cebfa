import { selectRows, type Table } from '../../core/assembly/table.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Appearance, StimulusSet } from '../../core/contracts/stimuli.ts';

export interface StimulusParts {
  readonly id?: string;
  readonly table: Table;
  readonly degrees?: number;
  readonly presented: Frames;
  readonly objectAlone?: Frames;
  /** Pictures per block. */
  readonly block?: number;
}

/** A stimulus set whose pictures are in memory. */
export function stimulusSetOf(parts: StimulusParts): StimulusSet {
  const { id = 'fake', table, degrees = 8, presented, objectAlone, block = 7 } = parts;
  const { width, height, channels } = presented;
  const format: PictureFormat = { width, height, channels, degrees };
  const frames = async (rows: ArrayLike<number>, appearance: Appearance = 'presented') =>
    selectFrames(framesOf(appearance), rows);
  const framesOf = (appearance: Appearance) => {
    const chosen = appearance === 'presented' ? presented : objectAlone;
    if (chosen) return chosen;
    throw new RangeError(`${id} has no ${appearance}`);
  };
  return {
    id,
    key: `key of ${id}`,
    table,
    format,
    appearances: objectAlone ? ['presented', 'object-alone'] : ['presented'],
    frames,
    silhouettes: async () => {
      throw new RangeError(`${id} knows no objects`);
    },
    async *blocks(appearance) {
      for (let start = 0; start < table.length; start += block) {
        const length = Math.min(block, table.length - start);
        const rows = Array.from({ length }, (_, row) => start + row);
        yield { start, frames: await frames(rows, appearance) };
      }
    },
  };
}

/** The given rows of a set of parts, in the given order. */
export function selectStimuli(parts: StimulusParts, rows: readonly number[]): StimulusParts {
  return {
    ...parts,
    table: selectRows(parts.table, rows),
    presented: selectFrames(parts.presented, rows),
    ...(parts.objectAlone && { objectAlone: selectFrames(parts.objectAlone, rows) }),
  };
}

export function selectFrames(frames: Frames, rows: ArrayLike<number>): Frames {
  const size = frames.height * frames.width * frames.channels;
  const data = new Uint8Array(rows.length * size);
  for (let row = 0; row < rows.length; row++)
    data.set(frames.data.subarray(rows[row] * size, (rows[row] + 1) * size), row * size);
  return { ...frames, count: rows.length, data };
}
