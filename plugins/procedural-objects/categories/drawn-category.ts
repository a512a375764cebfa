import type { RandomStream } from '../../../core/contracts/random.ts';
import type { Sculpture } from '../shapes/sculpture.ts';
import type { Category } from './category.ts';

/** A category that draws from one stream, in a fixed order. */
export interface DrawnCategory {
  readonly name: string;
  sculpt(index: number, random: RandomStream): Sculpture;
}

const indices = Object.fromEntries(Array.from({ length: 64 }, (_, index) => [index, index]));

/** The same category with its draws recorded as the parameters `draw1`, `draw2`, … */
export function recorded({ name, sculpt }: DrawnCategory): Category {
  return {
    name,
    sculpt(identity) {
      let count = 0;
      const share = () => identity.number(`draw${++count}`, 0, 1 - 2 ** -30);
      const uniform = (low = 0, high = 1) => low + (high - low) * share();
      const pick = <Item>(items: readonly Item[]) => items[Math.floor(share() * items.length)];
      return sculpt(identity.kind(indices), { uniform, pick } as RandomStream);
    },
  };
}
