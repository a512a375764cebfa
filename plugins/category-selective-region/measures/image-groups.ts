import type { ClassImages } from './unit-selectivity.ts';

/** Groups of images that are left out in turn to see how much a number depends on them. */
const groups = 10;

/** The classes without each group; every group has a tenth of every class. */
export function withoutGroups(classes: readonly ClassImages[]): readonly (readonly ClassImages[])[] {
  return Array.from({ length: groups }, (_, group) =>
    classes.map(({ name, rows }) => ({ name, rows: rows.filter((_row, place) => place % groups !== group) })),
  );
}
