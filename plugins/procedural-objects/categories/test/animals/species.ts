import type { Sculpture } from '../../../shapes/sculpture.ts';
import type { Colours, Individual } from './parameters.ts';

export interface Species {
  readonly colours: Colours;
  build(sculpture: Sculpture, animal: Individual): void;
}
