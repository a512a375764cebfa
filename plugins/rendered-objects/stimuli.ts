import { createHash } from 'node:crypto';
import { type Column, type Table, table } from '../../core/assembly/table.ts';
import type { ObjectDescription } from '../../core/contracts/object-source.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { type Latents, latentNames } from '../../core/stage/latents.ts';
import type { RenderedObjectsOptions } from './options.ts';
import { drawLatents, variations } from './variations.ts';

/** One row of the table. */
export interface Stimulus extends ObjectDescription {
  readonly stimulus_id: string;
  readonly variation: number;
  readonly latents: Latents;
  readonly background_id: string;
}

/**
 * Every stimulus, object by object and variation by variation. Each has random streams of its own, named after object,
 * variation and number, so that other objects and counts leave it as it is; its background comes from a stream that
 * nothing else reads.
 */
export function listStimuli(
  objects: readonly ObjectDescription[],
  { imagesPerObject, size }: Pick<RenderedObjectsOptions, 'imagesPerObject' | 'size'>,
  random: RandomStreams,
): readonly Stimulus[] {
  const poses = random.scope('latents');
  const backgrounds = random.scope('backgrounds');
  return objects.flatMap((object) =>
    variations.flatMap((variation) =>
      Array.from({ length: imagesPerObject[variation.name] }, (_, number): Stimulus => {
        const name = `${object.object_name}/${variation.name}/${number}`;
        const latents = drawLatents(variation, poses.stream(name));
        const background_id = backgrounds
          .stream(name)
          .integer(2 ** 48)
          .toString(16)
          .padStart(12, '0');
        const identity = { ...object, variation: variation.level, latents, background_id };
        return { ...identity, stimulus_id: digest([size, ...Object.values(identity)]) };
      }),
    ),
  );
}

/** The columns of HvM: labels, latents, background and picture size in pixels. */
export function tableOf(stimuli: readonly Stimulus[], size: number): Table {
  const text = (read: (stimulus: Stimulus) => string): Column => stimuli.map(read);
  const numeric = (read: (stimulus: Stimulus) => number): Column => Float64Array.from(stimuli, read);
  return table({
    stimulus_id: text(({ stimulus_id }) => stimulus_id),
    filename: text(({ stimulus_id }) => `${stimulus_id}.png`),
    object_name: text(({ object_name }) => object_name),
    category_name: text(({ category_name }) => category_name),
    variation: numeric(({ variation }) => variation),
    ...Object.fromEntries(latentNames.map((name) => [name, numeric(({ latents }) => latents[name])])),
    background_id: text(({ background_id }) => background_id),
    size: numeric(() => size),
  });
}

function digest(values: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(values)).digest('hex');
}
