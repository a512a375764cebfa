import { writeArray } from '../array-files/write-array.ts';
import type { Coordinate } from '../assembly/assembly.ts';
import { requireLayers, unitsOf } from '../backbones/layers.ts';
import type { Layer } from '../contracts/backbone.ts';
import type { Progress } from '../contracts/logging.ts';
import type { Exported } from './export-population.ts';
import type { OpenScene } from './open-scene.ts';
import { type ShownPictures, showPictures } from './show-pictures.ts';

/**
 * Writes activations of layers as Brain-Score keeps them, `presentation x neuroid`, with `layer`, `neuroid_num`,
 * `channel`, `channel_x` (column), `channel_y` (row) and `neuroid_id` (`model.layer.num`). Memory holds one block of pictures.
 * @param names of layers; undefined for those that the scene scores.
 */
export async function exportActivations(
  { seed, presented, backbone: find }: OpenScene,
  id: string,
  names: readonly string[] | undefined,
  given: { readonly scene: string; readonly out: string; readonly progress: Progress },
): Promise<Exported> {
  const staged = await find(id);
  const layers = names ? requireLayers(staged.built.part.layers, names) : staged.scored;
  const width = layers.reduce((sum, layer) => sum + unitsOf(layer), 0);
  const { table } = presented;
  const taken = ['model', 'layer', 'neuroid_num', 'channel', 'channel_x', 'channel_y', 'neuroid_id'];
  const stimuli = Object.entries(table.columns).map(([name, values]): [string, Coordinate] => [
    taken.includes(name) ? `stimulus_${name}` : name,
    { dimension: 'presentation', values },
  ]);
  const header = {
    dimensions: ['presentation', 'neuroid'],
    shape: [table.length, width],
    coordinates: { ...Object.fromEntries(stimuli), ...unitLabels(id, layers) },
    attributes: {
      identifier: `${given.scene}.${id}`,
      stimulus_set_identifier: `${given.scene}.${presented.id}`,
      seed,
    },
    type: 'float32',
  } as const;
  await writeArray(given.out, header, async (sink) => {
    const shown = { id, part: await staged.ready() };
    const step = given.progress.step(`Showing ${presented.id} to ${id}`, table.length, 'pictures');
    for await (const block of presented.blocks())
      for await (const part of showPictures(shown, block.frames, presented.format, layers)) {
        await sink.write(block.start + part.start, besideEachOther(layers, part));
        step.advance(part.count);
      }
    step.finish();
  });
  return { presentations: table.length, neuroids: width };
}

/** `[count, units of all layers]`. */
function besideEachOther(layers: readonly Layer[], { count, of }: ShownPictures): Float32Array {
  const width = layers.reduce((sum, layer) => sum + unitsOf(layer), 0);
  const block = new Float32Array(count * width);
  let start = 0;
  for (const layer of layers) {
    const units = unitsOf(layer);
    const values = of(layer);
    for (let row = 0; row < count; row++)
      block.set(values.subarray(row * units, (row + 1) * units), row * width + start);
    start += units;
  }
  return block;
}

function unitLabels(model: string, layers: readonly Layer[]): Record<string, Coordinate> {
  const units = layers.flatMap((layer) =>
    Array.from({ length: unitsOf(layer) }, (_, num) => ({ layer: layer.name, num, ...placeOf(num, layer) })),
  );
  const texts = (values: readonly string[]): Coordinate => ({ dimension: 'neuroid', values });
  const numbers = (value: (unit: (typeof units)[number]) => number): Coordinate => ({
    dimension: 'neuroid',
    values: Float64Array.from(units, value),
  });
  return {
    neuroid_id: texts(units.map(({ layer, num }) => `${model}.${layer}.${num}`)),
    model: texts(units.map(() => model)),
    layer: texts(units.map(({ layer }) => layer)),
    neuroid_num: numbers(({ num }) => num),
    channel: numbers(({ channel }) => channel),
    channel_x: numbers(({ x }) => x),
    channel_y: numbers(({ y }) => y),
  };
}

/** Layers are height x width x channels, or a vector of channels; NaN where there is no place. */
function placeOf(num: number, { shape }: Layer): { channel: number; x: number; y: number } {
  const [, width, channels] = shape;
  if (shape.length !== 3) return { channel: num, x: Number.NaN, y: Number.NaN };
  return {
    channel: num % channels,
    x: Math.floor(num / channels) % width,
    y: Math.floor(num / (channels * width)),
  };
}
