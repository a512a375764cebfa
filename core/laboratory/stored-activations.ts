import type { Layer } from '../contracts/backbone.ts';
import type { SingleMatrix } from '../contracts/linear-algebra.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { singleMatrixCodec } from '../store/single-matrix-codec.ts';
import type { Step, Store } from '../store/store.ts';
import { showPictures } from './show-pictures.ts';
import type { StagedBackbone } from './staged-backbone.ts';
import type { UnitReading } from './unit-reading.ts';

/** A layer and what is read of it. */
export interface ReadLayer {
  readonly layer: Layer;
  readonly reading: UnitReading;
}

/** Activations over a stimulus set, on disk in tiles: some stimuli by some columns. */
export interface StoredActivations {
  /**
   * Stores all tiles of the layers that are not there; a run that is interrupted goes on where it was.
   * @param onPictures told of stimuli that are done.
   */
  keep(layers: readonly ReadLayer[], onPictures: (count: number) => void): Promise<void>;
  /** All stimuli by some columns, column after column, so that memory does not grow with the layer. */
  slices(layer: ReadLayer): AsyncIterable<SingleMatrix>;
  /** `[stimuli, columns]` */
  values(layer: ReadLayer): Promise<SingleMatrix>;
  /** The same of several layers, without the disk. */
  show(
    layers: readonly ReadLayer[],
    onPictures: (count: number) => void,
  ): Promise<ReadonlyMap<ReadLayer, SingleMatrix>>;
  drop(layer: ReadLayer): Promise<void>;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Tile {
  readonly read: ReadLayer;
  readonly columns: Range;
  readonly step: Step<SingleMatrix>;
}

/** Stimuli of a tile: what is lost when a run is interrupted. */
const tileRows = 128;

const codec = singleMatrixCodec('presentation', 'neuroid');

/** @param sliceBytes of a slice of columns over all stimuli. */
export function storedActivations(
  backbone: StagedBackbone,
  stimuli: StimulusSet,
  store: Store,
  sliceBytes: number,
): StoredActivations {
  const count = stimuli.table.length;
  const rowRanges = ranges(count, tileRows);
  const width = Math.max(1, Math.floor(sliceBytes / (count * Float32Array.BYTES_PER_ELEMENT)));
  const columnRanges = ({ reading }: ReadLayer) => ranges(reading.columns, width);

  const tile = (read: ReadLayer, rows: Range, columns: Range): Step<SingleMatrix> => ({
    kind: 'activations',
    key: {
      backbone: backbone.key,
      stimuli: stimuli.key,
      layer: read.layer.name,
      read: read.reading.reduced?.key,
      rows: [rows.from, rows.to],
      columns: [columns.from, columns.to],
    },
    codec,
    compute: async () => cut(await showRows([read], rows), read, columns),
  });

  async function showRows(
    layers: readonly ReadLayer[],
    rows: Range,
  ): Promise<ReadonlyMap<ReadLayer, SingleMatrix>> {
    const shown = { id: backbone.id, part: await backbone.ready() };
    const pictures = Array.from({ length: rows.to - rows.from }, (_, index) => rows.from + index);
    const frames = await stimuli.frames(pictures);
    const own = layers.map(({ layer }) => layer);
    const found = emptyMatrices(layers, frames.count);
    for await (const { start, of } of showPictures(shown, frames, stimuli.format, own))
      for (const [{ layer, reading }, { columns, data }] of found)
        data.set(reading.read(of(layer)), start * columns);
    return found;
  }

  async function readSlice(read: ReadLayer, columns: Range): Promise<SingleMatrix> {
    const slice = emptyMatrix(count, columns.to - columns.from);
    for (const rows of rowRanges) {
      const { data } = await store.getOrCompute(tile(read, rows, columns));
      slice.data.set(data, rows.from * slice.columns);
    }
    return slice;
  }

  async function missingTiles(layers: readonly ReadLayer[], rows: Range): Promise<Tile[]> {
    const tiles = layers.flatMap((read) =>
      columnRanges(read).map((columns) => ({ read, columns, step: tile(read, rows, columns) })),
    );
    const stored = await Promise.all(tiles.map(({ step }) => store.has(step)));
    return tiles.filter((_, index) => !stored[index]);
  }

  return {
    async keep(layers, onPictures) {
      for (const rows of rowRanges) {
        const missing = await missingTiles(layers, rows);
        const own = layers.filter((layer) => missing.some(({ read }) => read === layer));
        const shown = own.length > 0 ? await showRows(own, rows) : new Map();
        for (const { read, columns, step } of missing)
          await store.getOrCompute({ ...step, compute: async () => cut(shown, read, columns) });
        onPictures(rows.to - rows.from);
      }
    },
    async *slices(read) {
      for (const columns of columnRanges(read)) yield await readSlice(read, columns);
    },
    async values(read) {
      const [first, ...more] = columnRanges(read);
      if (more.length === 0) return readSlice(read, first);
      const whole = emptyMatrix(count, read.reading.columns);
      for (const columns of [first, ...more]) {
        const slice = await readSlice(read, columns);
        for (let row = 0; row < count; row++)
          whole.data.set(
            slice.data.subarray(row * slice.columns, (row + 1) * slice.columns),
            row * whole.columns + columns.from,
          );
      }
      return whole;
    },
    async show(layers, onPictures) {
      const all = emptyMatrices(layers, count);
      for (const rows of rowRanges) {
        for (const [read, values] of await showRows(layers, rows))
          all.get(read)?.data.set(values.data, rows.from * values.columns);
        onPictures(rows.to - rows.from);
      }
      return all;
    },
    async drop(read) {
      for (const rows of rowRanges)
        for (const columns of columnRanges(read)) await store.drop(tile(read, rows, columns));
    },
  };
}

function ranges(length: number, step: number): Range[] {
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => ({
    from: index * step,
    to: Math.min(length, (index + 1) * step),
  }));
}

function emptyMatrix(rows: number, columns: number): SingleMatrix {
  return { rows, columns, data: new Float32Array(rows * columns) };
}

function emptyMatrices(layers: readonly ReadLayer[], rows: number): ReadonlyMap<ReadLayer, SingleMatrix> {
  return new Map(layers.map((read) => [read, emptyMatrix(rows, read.reading.columns)]));
}

function cut(
  shown: ReadonlyMap<ReadLayer, SingleMatrix>,
  read: ReadLayer,
  { from, to }: Range,
): SingleMatrix {
  const values = shown.get(read);
  if (!values) throw new RangeError(`${read.layer.name} was not shown`);
  const { rows, columns, data } = values;
  const part = emptyMatrix(rows, to - from);
  for (let row = 0; row < rows; row++)
    part.data.set(data.subarray(row * columns + from, row * columns + to), row * part.columns);
  return part;
}
