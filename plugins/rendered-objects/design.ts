import type { ObjectDescription } from '../../core/contracts/object-source.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Latents } from '../../core/stage/latents.ts';
import { type Amount, repeatsOf } from './amounts.ts';
import type { RenderedObjectsOptions } from './options.ts';
import { combinationsOf, type Variation, variationsOf } from './variations.ts';

/** One picture of a design: an object at a variation. */
export interface Place {
  readonly object: ObjectDescription;
  readonly variation: Variation;
  /** Unique within object and variation; the same however much else is asked for. */
  readonly view: string;
  /** Latents that a factorial design fixes. */
  readonly given: Partial<Latents>;
}

type DesignOptions = Pick<RenderedObjectsOptions, 'imagesPerObject' | 'images' | 'assignment' | 'variations'>;

type Cell = Pick<Place, 'view' | 'given'>;

/** Every picture, object by object and variation by variation. */
export function listPlaces(
  objects: readonly ObjectDescription[],
  { imagesPerObject, images, assignment, variations }: DesignOptions,
  random: RandomStreams,
): readonly Place[] {
  const cellsByVariation = [...variationsOf(variations).values()].flatMap((variation) => {
    const { name } = variation;
    if (name in imagesPerObject) {
      const cells = cellsOf(variation, imagesPerObject[name]);
      return { variation, cells: objects.map(() => cells) };
    }
    if (!(name in images)) return [];
    const order = assign(objects, assignment, random.scope(`objects/${name}`));
    return { variation, cells: sharedCells(variation, images[name], objects.length, order) };
  });
  return objects.flatMap((object, position) =>
    cellsByVariation.flatMap(({ variation, cells }) =>
      cells[position].map((cell): Place => ({ object, variation, ...cell })),
    ),
  );
}

function cellsOf(variation: Variation, asks: Amount): readonly Cell[] {
  if (typeof asks === 'number') return Array.from({ length: asks }, (_, number) => numbered(number));
  const combinations = combinationsOf(variation);
  return Array.from({ length: repeatsOf(asks) }, (_, repeat) =>
    combinations.map((given) => ({ view: `${nameOf(given)}/${repeat}`, given })),
  ).flat();
}

function numbered(number: number): Cell {
  return { view: String(number), given: {} };
}

function nameOf(given: Partial<Latents>): string {
  return Object.entries(given)
    .map(([latent, value]) => `${latent}=${value}`)
    .join(',');
}

/** The cells of each object when every cell shows one object. */
function sharedCells(
  variation: Variation,
  asks: Amount,
  objects: number,
  next: () => number,
): readonly (readonly Cell[])[] {
  const cells = Array.from({ length: objects }, (): Cell[] => []);
  for (const cell of cellsOf(variation, asks)) {
    const own = cells[next()];
    own.push(typeof asks === 'number' ? numbered(own.length) : cell);
  }
  return cells;
}

/**
 * Positions of objects, one per picture. Each object draws lots from a stream of its own, so that a further one takes
 * over few pictures of the others: the highest lot has the picture, or all have one after the other.
 */
function assign(
  objects: readonly ObjectDescription[],
  assignment: RenderedObjectsOptions['assignment'],
  random: RandomStreams,
): () => number {
  const streams = objects.map(({ object_name }) => random.stream(object_name));
  let round: number[] = [];
  return () => {
    if (round.length === 0) {
      const lots = streams.map((stream) => stream.uniform());
      round = Array.from(lots.keys()).sort((a, b) => lots[b] - lots[a]);
      if (assignment === 'random') round = round.slice(0, 1);
    }
    return round.shift() ?? 0;
  };
}
