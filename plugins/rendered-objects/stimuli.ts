import { createHash } from 'node:crypto';
import type { ObjectDescription } from '../../core/contracts/object-source.ts';
import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { Latents } from '../../core/stage/latents.ts';
import type { Lamp } from '../../core/stage/lights.ts';
import { listPlaces, type Place } from './design.ts';
import { drawLamp } from './lighting.ts';
import type { RenderedObjectsOptions } from './options.ts';
import { drawLatents } from './variations.ts';

/** One row of the table. */
export interface Stimulus extends ObjectDescription {
  readonly stimulus_id: string;
  readonly variation: number;
  readonly latents: Latents;
  readonly background_id: string;
  /** Present where lighting is drawn. */
  readonly lamp?: Lamp;
}

/** Share of an object's silhouette that lies within the picture. */
export type Visible = (objectName: string, latents: Latents) => Promise<number>;

const mostAttempts = 1000;

/**
 * Every stimulus, object by object and variation by variation. Each has random streams of its own, named after object,
 * variation and view, so that other objects and amounts leave it as it is; its background comes from a stream that
 * nothing else reads. Throws InputError when hardly any view keeps the object visible, or two stimuli would be the same.
 */
export async function listStimuli(
  objects: readonly ObjectDescription[],
  options: RenderedObjectsOptions,
  visible: Visible,
  random: RandomStreams,
): Promise<readonly Stimulus[]> {
  const [poses, lamps] = [random.scope('latents'), random.scope('lights')];
  const backgrounds = random.scope('backgrounds');
  const looks = looksOf(options);
  const stimuli: Stimulus[] = [];
  const known = new Set<string>();
  for (const place of listPlaces(objects, options, random)) {
    const name = nameOf(place);
    const latents = await drawVisible(place, options.keepVisible, visible, poses.stream(name));
    const lamp = drawLamp(options.lighting, lamps.stream(name));
    const identity = {
      ...place.object,
      variation: place.variation.level,
      latents,
      background_id: drawId(backgrounds.stream(backgroundName(place, options.backgroundPer))),
      ...(lamp && { lamp }),
    };
    const stimulus_id = digest({ ...identity, ...looks });
    if (known.has(stimulus_id)) throw sameAgain(place);
    known.add(stimulus_id);
    stimuli.push({ ...identity, stimulus_id });
  }
  return stimuli;
}

/** The options that change the pixels of a picture. */
function looksOf({ size, degrees, color, equalise, aperture, lighting }: RenderedObjectsOptions) {
  return { size, degrees, color, equalise, aperture, lighting: typeof lighting === 'string' ? lighting : '' };
}

function nameOf({ object, variation, view }: Place): string {
  return `${object.object_name}/${variation.name}/${view}`;
}

function backgroundName(place: Place, per: RenderedObjectsOptions['backgroundPer']): string {
  switch (per) {
    case 'image':
      return nameOf(place);
    case 'view':
      return `${place.variation.name}/${place.view}`;
    case 'object':
      return place.object.object_name;
    case 'category':
      return place.object.category_name;
    case 'set':
      return 'set';
  }
}

function drawId(stream: RandomStream): string {
  return stream
    .integer(2 ** 48)
    .toString(16)
    .padStart(12, '0');
}

async function drawVisible(
  place: Place,
  least: number | undefined,
  visible: Visible,
  stream: RandomStream,
): Promise<Latents> {
  const { object, variation, given } = place;
  if (least === undefined) return drawLatents(variation, given, stream);
  let most = 0;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const latents = drawLatents(variation, given, stream);
    const share = await visible(object.object_name, latents);
    if (share >= least) return latents;
    most = Math.max(most, share);
  }
  throw new InputError(
    `keepVisible: none of ${mostAttempts} views showed ${least} of ${nameOf(place)}, the best ${most.toFixed(2)}; ` +
      `lower keepVisible, or narrow the latents of the variation ${variation.name}.`,
  );
}

function sameAgain({ object, variation }: Place): InputError {
  return new InputError(
    `two pictures of ${object.object_name} at ${variation.name} would be the same; ask for fewer, or let its latents, ` +
      'light or backgrounds vary (backgroundPer: image).',
  );
}

function digest(identity: object): string {
  return createHash('sha1').update(JSON.stringify(identity)).digest('hex');
}
