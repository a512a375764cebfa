import type { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';
import { kinds } from './kinds.ts';

/** A wing seen from above; lengths as shares of the fuselage length, places along it from the tail (-0.5) to the nose (0.5). */
export interface Wing {
  readonly halfSpan: number;
  readonly rootChord: number;
  readonly tipChord: number;
  /** How far the tip lies behind the root. */
  readonly sweep: number;
  /** Rise of the tip above the root. */
  readonly dihedral: number;
  readonly along: number;
  /** Height on the fuselage, in fuselage radii. */
  readonly height: number;
}

type EnginePlace = 'under-wing' | 'tail-sides' | 'nose-propeller' | 'wing-propellers' | 'inside' | 'none';

type Gear = 'none' | 'wheels' | 'floats';

type Tail = 'low' | 'high' | 'twin';

export interface Kind {
  readonly fuselageRadius: number;
  /** Radii along the fuselage from nose to tail, as shares of the largest. */
  readonly profile: readonly number[];
  readonly wing: Wing;
  readonly upperWing: boolean;
  readonly tail: Tail;
  readonly engines: EnginePlace;
  readonly engineCount: 1 | 2;
  readonly gear: Gear;
  readonly canopy: boolean;
  readonly windows: boolean;
  readonly colours: readonly string[];
  readonly accents: readonly string[];
}

export interface PlaneParameters extends Omit<Kind, 'colours' | 'accents'> {
  readonly colour: Color;
  readonly accentColour: Color;
}

export function planeParameters(identity: Identity): PlaneParameters {
  const { colours, accents, ...kind } = identity.kind(kinds);
  const { wing } = kind;
  return {
    ...kind,
    fuselageRadius: identity.near('fuselageRadius', kind.fuselageRadius, 0.12),
    wing: {
      ...wing,
      halfSpan: identity.near('halfSpan', wing.halfSpan, 0.08),
      rootChord: identity.near('rootChord', wing.rootChord, 0.12),
      tipChord: identity.near('tipChord', wing.tipChord, 0.15),
      sweep: identity.near('sweep', wing.sweep, 0.15),
    },
    colour: identity.colour('colour', colours),
    accentColour: identity.colour('accentColour', accents),
  };
}
