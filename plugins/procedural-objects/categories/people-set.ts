import type { Category } from './category.ts';
import { bodies } from './people/bodies/bodies.ts';
import { hands } from './people/hands/hands.ts';

/** Parts of people beside faces, as a functional localizer shows them. */
export const peopleSet: readonly Category[] = [bodies, hands];
