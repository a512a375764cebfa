import type { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';

export interface Colours {
  readonly coat: readonly string[];
  /** Belly and snout. */
  readonly under: readonly string[];
  /** Stripes, patches, mane, hooves, beak. */
  readonly marks: readonly string[];
}

/** How one animal differs from the standard of its species: sizes are multiples of the usual ones. */
export interface Individual {
  readonly bodyLength: number;
  readonly girth: number;
  readonly legLength: number;
  readonly neckLength: number;
  readonly headSize: number;
  readonly snoutLength: number;
  readonly earSize: number;
  readonly tailLength: number;
  /** Moves the pattern of the coat. */
  readonly pattern: number;
  readonly coat: Color;
  readonly under: Color;
  readonly marks: Color;
}

export function individual(identity: Identity, { coat, under, marks }: Colours): Individual {
  const size = (name: string, reach: number) => identity.number(name, 1 - reach, 1 + reach);
  return {
    bodyLength: size('bodyLength', 0.12),
    girth: size('girth', 0.12),
    legLength: size('legLength', 0.15),
    neckLength: size('neckLength', 0.12),
    headSize: size('headSize', 0.12),
    snoutLength: size('snoutLength', 0.15),
    earSize: size('earSize', 0.2),
    tailLength: size('tailLength', 0.25),
    pattern: identity.number('pattern', 0, 4),
    coat: identity.colour('coat', coat),
    under: identity.colour('under', under),
    marks: identity.colour('marks', marks),
  };
}
