import type { Path } from './document.ts';
import type { BackboneOptions } from './schema.ts';

/** One backbone of a scene: an entry of the file, or one of the sample that an entry asks for. */
export interface BackboneEntry {
  readonly options: BackboneOptions;
  /** Of the entry in the file. */
  readonly path: Path;
  readonly member?: Member;
}

/** Place in a sample. */
export interface Member {
  /** Id of the entry that asks for the sample. */
  readonly of: string;
  /** From 1. */
  readonly number: number;
}

/**
 * Backbones in the order of the file. `{ id: random, sample: 3 }` stands for `random-1`, `random-2` and `random-3`; where
 * its training is shared `as` another sample's, member by member.
 */
export function backboneEntries(backbones: readonly BackboneOptions[]): BackboneEntry[] {
  return backbones.flatMap(({ sample, ...options }, index): BackboneEntry[] => {
    const path = ['backbones', index];
    if (sample === undefined) return [{ options, path }];
    return Array.from({ length: sample }, (_, position) => {
      const { id, train } = options;
      const member = { of: id, number: position + 1 };
      const numbered = (name: string) => `${name}-${member.number}`;
      const own = train?.as === undefined ? train : { ...train, as: numbered(train.as) };
      return { options: { ...options, id: numbered(id), ...(own && { train: own }) }, path, member };
    });
  });
}
