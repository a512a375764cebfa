import type { Color } from 'three';
import type { Sculpture } from '../../../shapes/sculpture.ts';

export interface Key {
  readonly length: number;
  readonly bow: number;
  readonly metal: Color;
  readonly cover: Color;
  /** How deep the notches are, as shares of the blade's width. */
  readonly notches: readonly number[];
}

export type Build = (sculpture: Sculpture, key: Key) => void;
