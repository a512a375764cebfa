import type { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';
import { kinds } from './kinds.ts';

/** Lengths share one unit: a body of length 1 is that of a horse-like animal. */
export interface Proportions {
  readonly bodyLength: number;
  readonly bodyRadius: number;
  readonly legLength: number;
  readonly legRadius: number;
  readonly neckLength: number;
  /** Radians above the horizontal. */
  readonly neckRise: number;
  readonly neckRadius: number;
  readonly headRadius: number;
  readonly snoutLength: number;
  readonly snoutRadius: number;
  readonly earLength: number;
  readonly tailLength: number;
  /** Radians above the horizontal. */
  readonly tailRise: number;
}

type Ears = 'round' | 'pointed' | 'hanging' | 'upright' | 'fan';

type Coat = 'plain' | 'stripes' | 'giraffe-patches' | 'cow-patches';

type Extra = 'trunk' | 'mane' | 'crest' | 'horns' | 'ossicones' | 'tuft' | 'disc-nose';

export interface Kind {
  readonly body: 'quadruped' | 'bird' | 'penguin' | 'turtle';
  readonly proportions: Proportions;
  readonly ears: Ears;
  readonly coat: Coat;
  readonly extras: readonly Extra[];
  readonly colours: readonly string[];
  readonly under: readonly string[];
  readonly marks: readonly string[];
}

export interface AnimalParameters {
  readonly body: Kind['body'];
  readonly proportions: Proportions;
  readonly ears: Ears;
  readonly coat: Coat;
  readonly extras: readonly Extra[];
  readonly colour: Color;
  /** Belly and snout. */
  readonly underColour: Color;
  /** Stripes, patches, mane, feet. */
  readonly markColour: Color;
}

export function animalParameters(identity: Identity): AnimalParameters {
  const kind = identity.kind(kinds);
  const drawn = Object.entries(kind.proportions).map(([name, value]) => [
    name,
    identity.near(name, value, 0.09),
  ]);
  return {
    body: kind.body,
    proportions: Object.fromEntries(drawn) as unknown as Proportions,
    ears: kind.ears,
    coat: kind.coat,
    extras: kind.extras,
    colour: identity.colour('colour', kind.colours),
    underColour: identity.colour('underColour', kind.under),
    markColour: identity.colour('markColour', kind.marks),
  };
}
