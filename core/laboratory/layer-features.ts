import { unitsOf } from '../backbones/layers.ts';
import type { Layer } from '../contracts/backbone.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Progress } from '../contracts/logging.ts';
import type { Features } from '../contracts/readout.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { type Geometry, rowMeans } from '../statistics/geometry.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { bundleCodec } from '../store/bundle-codec.ts';
import { matrixCodec } from '../store/matrix-codec.ts';
import type { Step, Store } from '../store/store.ts';
import type { StagedBackbone } from './staged-backbone.ts';

/** One layer of one backbone over the presented stimuli. */
export interface LayerFeatures {
  readonly backbone: StagedBackbone;
  readonly layer: Layer;
  readonly units: number;
  readonly key: string;
  /** Whether the backbone need not be shown the stimuli for it. */
  stored(): Promise<boolean>;
  features(): Promise<Features>;
  /** For comparisons without a fit. */
  geometry(): Promise<Geometry>;
  /** The same layer, read once and kept in memory. */
  kept(): LayerFeatures;
}

/** What is stored of a layer: sums over its units. */
interface LayerSums {
  /** `[stimuli, stimuli]`: of products. */
  readonly gram: Matrix;
  /** `[stimuli, 1]`: of activations. */
  readonly totals: Matrix;
}

const codec = bundleCodec<LayerSums>({
  gram: matrixCodec('presentation', 'other_presentation'),
  totals: matrixCodec('presentation', 'total'),
});

/** Activations held at a time, in bytes; layers that need more go through the backbone several times. */
const memoryBudget = 2 ** 31;

/** Part of a layer that is held at a time: all its units, or those from `from` to `to`. */
interface Slice {
  readonly layer: Layer;
  readonly from: number;
  readonly to: number;
}

/**
 * The scored layers of a backbone. What is stored of each is its Gram matrix `[stimuli, stimuli]`, from which linear
 * readouts are fitted, and the sum of every pattern; all that are missing are computed together.
 */
export function layerFeatures(
  backbone: StagedBackbone,
  stimuli: StimulusSet,
  {
    store,
    progress,
    algebra,
  }: { readonly store: Store; readonly progress: Progress; readonly algebra: LinearAlgebra },
): LayerFeatures[] {
  const count = stimuli.table.length;
  const step = (layer: Layer): Step<LayerSums> => ({
    kind: 'layer-sums',
    key: { backbone: backbone.key, stimuli: stimuli.key, layer: layer.name, algebra: algebra.identity },
    codec,
    compute: () => computeMissing(layer),
  });

  /** Stores the sums of every missing layer but the one asked for, which it returns. */
  async function computeMissing(asked: Layer): Promise<LayerSums> {
    const missing: Layer[] = [];
    for (const layer of backbone.scored)
      if (layer === asked || !(await store.has(step(layer)))) missing.push(layer);
    const sums = new Map<Layer, LayerSums>();
    const passes = planPasses(missing, count);
    const done = progress.step(`Showing ${stimuli.id} to ${backbone.id}`, count * passes.length, 'pictures', [
      'showing',
      backbone.built.plugin.id,
    ]);
    for (const slices of passes) {
      const matrices = await activations(slices, (pictures) => done.advance(pictures));
      for (const [index, { layer, to }] of slices.entries()) {
        const own = addSlice(matrices[index], algebra, sums.get(layer));
        requireFinite(own.gram, backbone.id, layer.name);
        sums.set(layer, own);
        if (layer === asked || to < unitsOf(layer)) continue;
        await store.getOrCompute({ ...step(layer), compute: async () => own });
        sums.delete(layer);
      }
    }
    done.finish();
    const found = sums.get(asked);
    if (!found) throw new RangeError(`no sums of ${asked.name}`);
    return found;
  }

  async function activations(
    slices: readonly Slice[],
    onPictures: (count: number) => void,
  ): Promise<SingleMatrix[]> {
    const part = await backbone.ready();
    const matrices = slices.map(({ from, to }) => ({
      rows: count,
      columns: to - from,
      data: new Float32Array(count * (to - from)),
    }));
    const names = [...new Set(slices.map(({ layer }) => layer.name))];
    for await (const { start, frames } of stimuli.blocks()) {
      const block = await part.activations(frames, stimuli.format, names);
      slices.forEach((slice, index) => {
        const values = block.get(slice.layer.name);
        requireShape(values, frames.count, slice.layer, backbone.id);
        copySlice(values, slice, matrices[index], start);
      });
      onPictures(frames.count);
    }
    return matrices;
  }

  const stored = new Map<Layer, Artifact<LayerSums>>(
    backbone.scored.map((layer) => [layer, artifact(store, step(layer))]),
  );
  const layerFrom = (layer: Layer, key: string, read: () => Promise<LayerSums>): LayerFeatures => ({
    backbone,
    layer,
    units: unitsOf(layer),
    key,
    stored: () => store.has(step(layer)),
    features: async () => {
      const { gram } = await read();
      return {
        count,
        units: unitsOf(layer),
        gram: () => gram,
        values: async () => (await activations([{ layer, from: 0, to: unitsOf(layer) }], () => undefined))[0],
      };
    },
    geometry: async () => {
      const { gram, totals } = await read();
      return { gram, means: totals.data.map((total) => total / unitsOf(layer)), units: unitsOf(layer) };
    },
    kept: () => {
      let sums: Promise<LayerSums> | undefined;
      return layerFrom(layer, key, () => {
        sums ??= read();
        return sums;
      });
    },
  });
  return Array.from(stored, ([layer, sums]) => layerFrom(layer, sums.key, () => sums.read()));
}

/** Layers that fit into memory together share a pass; one that does not fit alone is cut. */
function planPasses(layers: readonly Layer[], count: number): Slice[][] {
  const most = Math.max(1, Math.floor(memoryBudget / (count * Float32Array.BYTES_PER_ELEMENT)));
  const passes: Slice[][] = [];
  let free = 0;
  for (const layer of layers)
    for (let from = 0; from < unitsOf(layer); from += most) {
      const slice = { layer, from, to: Math.min(unitsOf(layer), from + most) };
      if (slice.to - slice.from > free) {
        passes.push([]);
        free = most;
      }
      passes[passes.length - 1].push(slice);
      free -= slice.to - slice.from;
    }
  return passes;
}

function copySlice(
  values: Float32Array,
  { layer, from, to }: Slice,
  target: SingleMatrix,
  start: number,
): void {
  const units = unitsOf(layer);
  for (let row = 0; row * units < values.length; row++)
    target.data.set(values.subarray(row * units + from, row * units + to), (start + row) * target.columns);
}

function addSlice(values: SingleMatrix, algebra: LinearAlgebra, before: LayerSums | undefined): LayerSums {
  const totals = rowMeans(values).map((mean) => mean * values.columns);
  const own = { gram: algebra.gram(values), totals: { rows: values.rows, columns: 1, data: totals } };
  return before ? { gram: add(own.gram, before.gram), totals: add(own.totals, before.totals) } : own;
}

function add(matrix: Matrix, other: Matrix): Matrix {
  return { ...matrix, data: matrix.data.map((value, index) => value + other.data[index]) };
}

function requireShape(
  values: Float32Array | undefined,
  count: number,
  layer: Layer,
  backbone: string,
): asserts values is Float32Array {
  if (values?.length !== count * unitsOf(layer))
    throw new InputError(
      `the backbone "${backbone}" gave ${values?.length ?? 'no'} activations of layer "${layer.name}" for ${count} ` +
        `pictures; its shape ${layer.shape.join(' x ')} asks for ${count * unitsOf(layer)}.`,
    );
}

function requireFinite({ data }: Matrix, backbone: string, layer: string): void {
  if (!data.every(Number.isFinite))
    throw new InputError(
      `the backbone "${backbone}" gives activations that are not finite (NaN or infinite) in layer "${layer}"; ` +
        'check its pictures, weights and preprocessing.',
    );
}
