import { unitsOf } from '../backbones/layers.ts';
import type { Layer } from '../contracts/backbone.ts';
import type { LinearAlgebra, Matrix, SingleMatrix } from '../contracts/linear-algebra.ts';
import type { Progress } from '../contracts/logging.ts';
import type { Features } from '../contracts/readout.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { matrixCodec } from '../store/matrix-codec.ts';
import type { Step, Store } from '../store/store.ts';
import type { StagedBackbone } from './staged-backbone.ts';

/** One layer of one backbone over the presented stimuli. */
export interface LayerFeatures {
  readonly backbone: StagedBackbone;
  readonly layer: Layer;
  readonly units: number;
  readonly key: string;
  features(): Promise<Features>;
}

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
 * readouts are fitted; all that are missing are computed together.
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
  const step = (layer: Layer): Step<Matrix> => ({
    kind: 'gram-matrices',
    key: { backbone: backbone.key, stimuli: stimuli.key, layer: layer.name, algebra: algebra.identity },
    codec: matrixCodec('presentation', 'other_presentation'),
    compute: () => computeMissing(layer),
  });

  /** Stores every missing Gram matrix but the one asked for, which it returns. */
  async function computeMissing(asked: Layer): Promise<Matrix> {
    const missing: Layer[] = [];
    for (const layer of backbone.scored)
      if (layer === asked || !(await store.has(step(layer)))) missing.push(layer);
    const sums = new Map<Layer, Matrix>();
    const passes = planPasses(missing, count);
    const done = progress.step(`Showing ${stimuli.id} to ${backbone.id}`, count * passes.length, 'pictures');
    for (const slices of passes) {
      const matrices = await activations(slices, (pictures) => done.advance(pictures));
      for (const [index, { layer, to }] of slices.entries()) {
        const gram = add(algebra.gram(matrices[index]), sums.get(layer));
        requireFinite(gram, backbone.id, layer.name);
        sums.set(layer, gram);
        if (layer === asked || to < unitsOf(layer)) continue;
        await store.getOrCompute({ ...step(layer), compute: async () => gram });
        sums.delete(layer);
      }
    }
    done.finish();
    const gram = sums.get(asked);
    if (!gram) throw new RangeError(`no Gram matrix of ${asked.name}`);
    return gram;
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

  const grams = new Map<Layer, Artifact<Matrix>>(
    backbone.scored.map((layer) => [layer, artifact(store, step(layer))]),
  );
  return Array.from(grams, ([layer, gram]) => ({
    backbone,
    layer,
    units: unitsOf(layer),
    key: gram.key,
    features: async () => {
      const matrix = await gram.read();
      return {
        count,
        units: unitsOf(layer),
        gram: () => matrix,
        values: async () => (await activations([{ layer, from: 0, to: unitsOf(layer) }], () => undefined))[0],
      };
    },
  }));
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

function add(matrix: Matrix, other: Matrix | undefined): Matrix {
  if (!other) return matrix;
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
