import type { Color } from 'three';
import type { Sculpture } from '../../../shapes/sculpture.ts';

/** Lengths as shares of the boat's length; the bow lies at z = 0.5. */
export interface Hull {
  readonly halfBeam: number;
  /** Height of the sides amidships. */
  readonly depth: number;
  /** Rise of the deck towards bow and stern. */
  readonly bowRise: number;
  readonly sternRise: number;
  /** Breadth of the stern as a share of the beam. */
  readonly stern: number;
  readonly rake: number;
  readonly open: boolean;
}

export interface Boat {
  readonly hull: Hull;
  readonly colour: Color;
  readonly trim: Color;
  readonly accent: Color;
  /** Built of wood. */
  readonly planked: boolean;
}

export type Fitting = (sculpture: Sculpture, boat: Boat) => void;

export interface Kind {
  readonly hull: Hull;
  readonly colours: readonly string[];
  readonly trims: readonly string[];
  readonly planked?: boolean;
  readonly fit: Fitting;
}

export const white = '#f0efe9';

export const glass = '#22303c';
