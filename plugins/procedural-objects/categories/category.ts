import type { RandomStream } from '../../../core/contracts/random.ts';
import type { Sculpture } from '../shapes/sculpture.ts';

/** A family of objects that share a name and differ in parts, proportions and colours. */
export interface Category {
  /** Plural, for instance `chairs`. */
  readonly name: string;
  /**
   * The object of the given index, 0 …, drawn from the stream: up is +y, its front faces +z; place and unit of length are free.
   * The kind of object goes by the index, so that neighbours differ.
   */
  sculpt(index: number, random: RandomStream): Sculpture;
}
