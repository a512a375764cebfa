import { unitsOf } from '../backbones/layers.ts';
import type { Layer } from '../contracts/backbone.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Progress } from '../contracts/logging.ts';
import type { Features } from '../contracts/readout.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { type Geometry, rowMeans } from '../statistics/geometry.ts';
import { artifact } from '../store/artifact.ts';
import { bundleCodec } from '../store/bundle-codec.ts';
import { matrixCodec } from '../store/matrix-codec.ts';
import type { Step, Store } from '../store/store.ts';
import type { StagedBackbone } from './staged-backbone.ts';
import { type ReadLayer, storedActivations } from './stored-activations.ts';

/** One layer of one backbone over a stimulus set. */
export interface LayerFeatures {
  readonly backbone: StagedBackbone;
  readonly layer: Layer;
  readonly units: number;
  /** How many values stand for the units; absent where these are read themselves. */
  readonly unitsRead?: number;
  readonly key: string;
  /** Whether the backbone need not be shown the stimuli for it. */
  stored(): Promise<boolean>;
  features(): Promise<Features>;
  /** For comparisons without a fit. */
  geometry(): Promise<Geometry>;
  /** The same layer, read once and kept in memory. */
  kept(): LayerFeatures;
}

/** What is stored of a layer: sums over what is read of it. */
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

export interface FeatureServices {
  readonly store: Store;
  readonly progress: Progress;
  readonly algebra: LinearAlgebra;
  /** Whether readouts will ask for values. */
  readonly keepValues?: boolean | undefined;
  /** Bytes of activations held at a time; layers that need more together go through the disk. */
  readonly memory?: number;
}

/** Bytes of the values of one layer that are given at once. */
const valuesBudget = 2 ** 31;

/**
 * The scored layers of a backbone. What is stored of each is its Gram matrix `[stimuli, stimuli]`, from which linear
 * readouts are fitted, and the sum of every pattern; all that are missing come from one showing. Activations are kept in
 * the store where the scene has few units read, where `keepValues` says so, and where `values` is called.
 */
export function layerFeatures(
  backbone: StagedBackbone,
  stimuli: StimulusSet,
  { store, progress, algebra, keepValues = false, memory = 2 ** 29 }: FeatureServices,
): LayerFeatures[] {
  const count = stimuli.table.length;
  const activations = storedActivations(backbone, stimuli, store, memory / 4);
  const layers = backbone.scored.map((layer): ReadLayer => ({ layer, reading: backbone.reading(layer) }));
  const keeping = keepValues || layers.some(({ reading }) => reading.reduced);
  const bytesOf = (columns: number) => columns * count * Float32Array.BYTES_PER_ELEMENT;

  const step = (read: ReadLayer): Step<LayerSums> => ({
    kind: 'layer-sums',
    key: {
      backbone: backbone.key,
      stimuli: stimuli.key,
      layer: read.layer.name,
      read: read.reading.reduced?.key,
      algebra: algebra.identity,
    },
    codec,
    compute: () => computeMissing(read),
  });

  /** Stores the sums of every missing layer but the one asked for, which it returns. */
  async function computeMissing(asked: ReadLayer): Promise<LayerSums> {
    const missing: ReadLayer[] = [];
    for (const read of layers) if (read !== asked && !(await store.has(step(read)))) missing.push(read);
    missing.push(asked);
    const columns = missing.reduce((sum, { reading }) => sum + reading.columns, 0);
    const inMemory = !keeping && bytesOf(columns) <= memory;
    const slicesOf = inMemory ? await show(missing) : await keep(missing);
    for (const read of missing.slice(0, -1)) {
      const sums = await sumUp(read, slicesOf(read));
      await store.getOrCompute({ ...step(read), compute: async () => sums });
      if (!inMemory && !keeping) await activations.drop(read);
    }
    const sums = await sumUp(asked, slicesOf(asked));
    if (!inMemory && !keeping) await activations.drop(asked);
    return sums;
  }

  async function show(read: readonly ReadLayer[]) {
    const shown = await showing((onPictures) => activations.show(read, onPictures));
    return (layer: ReadLayer) => [shown.get(layer) as SingleMatrix];
  }

  async function keep(read: readonly ReadLayer[]) {
    await showing((onPictures) => activations.keep(read, onPictures));
    return activations.slices;
  }

  async function showing<Value>(of: (onPictures: (count: number) => void) => Promise<Value>): Promise<Value> {
    const name = `Showing ${stimuli.id} to ${backbone.id}`;
    const done = progress.step(name, count, 'pictures', {
      kind: 'showing',
      plugin: backbone.built.plugin.id,
    });
    const value = await of((pictures) => done.advance(pictures));
    done.finish();
    return value;
  }

  async function sumUp(
    { layer }: ReadLayer,
    slices: AsyncIterable<SingleMatrix> | Iterable<SingleMatrix>,
  ): Promise<LayerSums> {
    let sums: LayerSums | undefined;
    for await (const slice of slices) sums = addSlice(slice, algebra, sums);
    if (!sums) throw new RangeError(`${layer.name} has no units`);
    requireFinite(sums.gram, backbone.id, layer.name);
    return sums;
  }

  async function values(read: ReadLayer): Promise<SingleMatrix> {
    const bytes = bytesOf(read.reading.columns);
    if (bytes > valuesBudget)
      throw new InputError(
        `layer "${read.layer.name}" of "${backbone.id}" has ${read.reading.columns} units, whose values for ${count} ` +
          `stimuli take ${(bytes / 2 ** 30).toFixed(1)} GiB; have fewer read, for instance activations: { units: 1250 }.`,
      );
    await activations.keep(keepValues ? layers : [read], () => undefined);
    return activations.values(read);
  }

  const layerFrom = (read: ReadLayer, key: string, sums: () => Promise<LayerSums>): LayerFeatures => {
    const { layer, reading } = read;
    const { columns } = reading;
    return {
      backbone,
      layer,
      units: unitsOf(layer),
      ...(reading.reduced && { unitsRead: columns }),
      key,
      stored: () => store.has(step(read)),
      features: async () => {
        const { gram } = await sums();
        return { count, units: columns, gram: () => gram, values: () => values(read) };
      },
      geometry: async () => {
        const { gram, totals } = await sums();
        return { gram, means: totals.data.map((total) => total / columns), units: columns };
      },
      kept: () => {
        let found: Promise<LayerSums> | undefined;
        return layerFrom(read, key, () => {
          found ??= sums();
          return found;
        });
      },
    };
  };
  return layers.map((read) => {
    const stored = artifact(store, step(read));
    return layerFrom(read, stored.key, stored.read);
  });
}

/** Adds to the sums of earlier slices, in place. */
function addSlice(values: SingleMatrix, algebra: LinearAlgebra, before: LayerSums | undefined): LayerSums {
  const totals = rowMeans(values).map((mean) => mean * values.columns);
  const own = { gram: algebra.gram(values), totals: { rows: values.rows, columns: 1, data: totals } };
  if (!before) return own;
  add(own.gram, before.gram);
  add(own.totals, before.totals);
  return before;
}

function add({ data }: Matrix, to: Matrix): void {
  for (let index = 0; index < data.length; index++) to.data[index] += data[index];
}

function requireFinite({ data }: Matrix, backbone: string, layer: string): void {
  if (!data.every(Number.isFinite))
    throw new InputError(
      `the backbone "${backbone}" gives activations that are not finite (NaN or infinite) in layer "${layer}"; ` +
        'check its pictures, weights and preprocessing.',
    );
}
