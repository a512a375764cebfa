import type { Color } from 'three';
import type { Kind } from './kinds.ts';

export interface Umbrella extends Kind {
  readonly colour: Color;
  readonly second: Color;
  readonly wood: Color;
}
