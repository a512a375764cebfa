import type { Identity } from '../identity/identity.ts';
import type { Sculpture } from '../shapes/sculpture.ts';

/** A family of objects that share a name and differ in parts, proportions and colours. */
export interface Category {
  /** Plural, for instance `chairs`. */
  readonly name: string;
  /**
   * The object of an identity: up is +y, its front faces +z; place and unit of length are free. Everything random is a
   * parameter of the identity.
   */
  sculpt(identity: Identity): Sculpture;
}
