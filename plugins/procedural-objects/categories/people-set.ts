import type { Category } from './category.ts';

/** Parts of people beside faces, as a functional localizer shows them. */
export const peopleSet: readonly Category[] = [];
