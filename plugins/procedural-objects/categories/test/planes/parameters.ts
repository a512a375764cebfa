import type { Color } from 'three';
import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour, varied } from '../../../shapes/colours.ts';
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

/** The kind goes by the index, so that neighbours differ; measures and colours of the single plane are drawn. */
export function drawPlaneParameters(index: number, random: RandomStream): PlaneParameters {
  const { colours, accents, ...kind } = kinds[index % kinds.length];
  const { wing } = kind;
  return {
    ...kind,
    fuselageRadius: varied(random, kind.fuselageRadius, 0.12),
    wing: {
      ...wing,
      halfSpan: varied(random, wing.halfSpan, 0.08),
      rootChord: varied(random, wing.rootChord, 0.12),
      tipChord: varied(random, wing.tipChord, 0.15),
      sweep: varied(random, wing.sweep, 0.15),
    },
    colour: pickColour(random, colours),
    accentColour: pickColour(random, accents),
  };
}
