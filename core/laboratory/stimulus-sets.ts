import { stackRows } from '../assembly/matrix.ts';
import type { Table } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Progress, ProgressStep } from '../contracts/logging.ts';
import type { Frames } from '../contracts/pictures.ts';
import type {
  Appearance,
  Drawing,
  FrameBlock,
  StimulusDescriptions,
  StimulusSet,
  StimulusSource,
} from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { frameAt } from '../pictures/frames.ts';
import { silhouetteRow, silhouetteTable, silhouetteWidth } from '../pictures/silhouette-table.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { drawingCodec } from '../store/drawing-codec.ts';
import { hashKey } from '../store/key.ts';
import { matrixCodec } from '../store/matrix-codec.ts';
import type { Step, Store } from '../store/store.ts';
import { type BlockQueue, createBlockQueue } from './block-queue.ts';
import type { Built } from './builder.ts';

const blockSize = 128;

/** Has other processes draw blocks of a set into the store. */
export type FillBlocks = (
  id: string,
  appearance: Appearance,
  queue: Pick<BlockQueue, 'take' | 'drawn'>,
) => Promise<void>;

export interface StimulusServices {
  readonly store: Store;
  readonly progress: Progress;
  /** Without it, every block is drawn here. */
  readonly fillBlocks?: FillBlocks | undefined;
}

export interface StoredStimulusSet extends StimulusSet {
  /** Draws a block into the store, unless it is there. */
  fill(appearance: Appearance, block: number): Promise<void>;
  /** Pictures that are not in the store. */
  missing(appearance: Appearance): Promise<number>;
  /** A few presented pictures to look at, in that order; those that are not in the store are drawn without their blocks. */
  sample(rows: readonly number[]): Promise<Frames>;
}

/** A source as its readers see it: pictures in blocks, each drawn once and then read from the store. */
export async function createStimulusSet(
  { id, plugin, part: source, key: sourceKey }: Built<StimulusSource>,
  { store, progress, fillBlocks }: StimulusServices,
): Promise<StoredStimulusSet> {
  const { table, format, appearances, fingerprint } = await describeSource(id, source);
  const key = hashKey({ source: sourceKey, fingerprint, rendered: source.renderedBy });
  const blockCount = Math.ceil(table.length / blockSize);
  const blocks = new Map(appearances.map((appearance) => [appearance, blocksOf(appearance)]));

  function blocksOf(appearance: Appearance): Blocks {
    let step: ProgressStep | undefined;
    let drawn = 0;
    const begin = () => {
      const what = appearance === 'presented' ? id : `${id} (${appearance})`;
      step ??= progress.step(`Drawing ${what}`, table.length, 'pictures', {
        kind: 'drawing',
        plugin: plugin.id,
      });
    };
    const advance = (block: number) => {
      const rows = rowsOf(block).length;
      drawn += rows;
      step?.advance(rows);
      if (drawn === table.length) step?.finish();
    };
    const steps = Array.from({ length: blockCount }, (_, block): Step<Drawing> => {
      const rows = rowsOf(block);
      return {
        kind: 'stimuli',
        key: { set: key, appearance, from: rows[0], to: rows[rows.length - 1] },
        codec: drawingCodec(),
        compute: async () => {
          begin();
          const drawing = await source.draw(rows, appearance);
          advance(block);
          return drawing;
        },
      };
    });
    let filling: Promise<BlockQueue> | undefined;

    async function missingBlocks(): Promise<number[]> {
      const missing: number[] = [];
      for (const [block, step] of steps.entries()) if (!(await store.has(step))) missing.push(block);
      return missing;
    }

    async function fillMissing(): Promise<BlockQueue> {
      const missing = await missingBlocks();
      if (!fillBlocks || missing.length < 2) return createBlockQueue([]);
      begin();
      const queue = createBlockQueue(missing);
      const drawn = (block: number) => {
        advance(block);
        queue.drawn(block);
      };
      fillBlocks(id, appearance, { take: queue.take, drawn }).catch(queue.fail);
      return queue;
    }

    return {
      artifacts: steps.map((step) => artifact(store, step)),
      missing: missingBlocks,
      fill: async (wanted) => {
        filling ??= fillMissing();
        await (await filling).wait(wanted);
      },
    };
  }

  function rowsOf(block: number): number[] {
    const start = block * blockSize;
    return Array.from({ length: Math.min(blockSize, table.length - start) }, (_, index) => start + index);
  }

  function silhouetteBlock(block: number): Artifact<Matrix> {
    return artifact(store, {
      kind: 'silhouettes',
      key: { drawing: blocks.get('presented')?.artifacts[block].key },
      codec: matrixCodec('presentation', 'measure'),
      compute: async () => measureDrawing(id, await readBlock(block, 'presented')),
    });
  }

  /** Blocks are read anew each time, so that memory holds one of them. */
  async function readBlock(block: number, appearance: Appearance): Promise<Drawing> {
    const { artifacts, fill } = drawings(appearance);
    await fill([...artifacts.keys()]);
    return artifacts[block].read();
  }

  function drawings(appearance: Appearance): Blocks {
    const found = blocks.get(appearance);
    if (found) return found;
    throw new InputError(
      `the stimulus set "${id}" cannot be drawn as "${appearance}"; it gives ${appearances.join(', ')}.`,
    );
  }

  async function pictures(rows: ArrayLike<number>, appearance: Appearance): Promise<Frames> {
    const size = format.height * format.width * format.channels;
    const data = new Uint8Array(rows.length * size);
    const positionsOf = positionsByBlock(rows);
    const { artifacts, fill } = drawings(appearance);
    await fill([...positionsOf.keys()]);
    for (const [block, positions] of positionsOf) {
      const { frames } = await artifacts[block].read();
      for (const position of positions) {
        const offset = (rows[position] % blockSize) * size;
        data.set(frames.data.subarray(offset, offset + size), position * size);
      }
    }
    return {
      count: rows.length,
      height: format.height,
      width: format.width,
      channels: format.channels,
      data,
    };
  }

  async function samplePictures(rows: readonly number[]): Promise<Frames> {
    const missing = await drawings('presented').missing();
    if (!rows.some((row) => missing.includes(Math.floor(row / blockSize))))
      return pictures(rows, 'presented');
    const { frames } = await store.getOrCompute({
      kind: 'stimuli',
      key: { set: key, appearance: 'presented', rows },
      codec: drawingCodec(),
      compute: () => source.draw(rows, 'presented'),
    });
    return frames;
  }

  return {
    id,
    key,
    table,
    format,
    appearances,
    fill: async (appearance, block) => {
      await readBlock(block, appearance);
    },
    missing: async (appearance) => {
      const missing = (await blocks.get(appearance)?.missing()) ?? [];
      return missing.reduce((pictures, block) => pictures + rowsOf(block).length, 0);
    },
    async *blocks(appearance: Appearance = 'presented'): AsyncIterable<FrameBlock> {
      for (let block = 0; block < blockCount; block++) {
        const { frames, masks } = await readBlock(block, appearance);
        yield { start: block * blockSize, frames, ...(masks && { masks }) };
      }
    },
    async silhouettes(): Promise<Table> {
      const measured: Matrix[] = [];
      for (const block of Array.from({ length: blockCount }).keys())
        measured.push(await silhouetteBlock(block).read());
      return silhouetteTable(stackRows(measured).data);
    },
    frames: (rows, appearance = 'presented') => pictures(rows, appearance),
    sample: samplePictures,
  };
}

interface Blocks {
  readonly artifacts: readonly Artifact<Drawing>[];
  missing(): Promise<readonly number[]>;
  /** Has all that are missing drawn, several at a time where that is possible; waits for the given ones alone. */
  fill(blocks: readonly number[]): Promise<void>;
}

/** What a source says of itself. Throws InputError when it has no stimuli, or two of one id. */
export async function describeSource(id: string, source: StimulusSource): Promise<StimulusDescriptions> {
  const descriptions = await source.describe();
  if (descriptions.table.length === 0)
    throw new InputError(`the stimulus set "${id}" has no stimuli; ask for at least one.`);
  refuseDoubles(id, descriptions.table);
  return descriptions;
}

function positionsByBlock(rows: ArrayLike<number>): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (let position = 0; position < rows.length; position++) {
    const block = Math.floor(rows[position] / blockSize);
    positions.set(block, [...(positions.get(block) ?? []), position]);
  }
  return positions;
}

function measureDrawing(id: string, { masks, visible }: Drawing): Matrix {
  if (!masks)
    throw new InputError(
      `the stimulus set "${id}" knows no objects, so their silhouettes cannot be measured.`,
    );
  const { count, width, height } = masks;
  const rows = Array.from({ length: count }, (_, index) =>
    silhouetteRow(frameAt(masks, index).data, width, height, visible?.[index] ?? Number.NaN),
  );
  return { rows: count, columns: silhouetteWidth, data: Float64Array.from(rows.flat()) };
}

function refuseDoubles(id: string, table: Table): void {
  const ids = table.columns.stimulus_id;
  if (!ids) throw new InputError(`the stimulus set "${id}" has no column stimulus_id.`);
  const seen = new Set<string>();
  for (const stimulus of Array.from(ids, String)) {
    if (seen.has(stimulus))
      throw new InputError(`the stimulus set "${id}" has the stimulus_id "${stimulus}" twice.`);
    seen.add(stimulus);
  }
}
