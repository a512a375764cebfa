import type { FindingTable } from '../../core/contracts/findings.ts';
import { holm } from '../../core/statistics/multiple-comparisons.ts';
import type { Hierarchy } from './hierarchies.ts';
import { averaged, type Profile } from './profile.ts';
import { type Rise, type RiseMeasure, testRise } from './rise.ts';

/** The rise of one property at one level. */
export interface PropertyRise {
  readonly property: string;
  readonly profile: Profile;
  readonly rise: Rise;
  /** p after Holm, over all properties and levels of the hierarchy. */
  readonly adjusted: number;
}

export function risesOf(profiles: readonly Profile[], measure: RiseMeasure): readonly PropertyRise[] {
  const rises = profiles.flatMap((profile) =>
    profile.properties.map((property) => {
      const { values, draws } = averaged(profile, [property]);
      return { property, profile, rise: testRise(measure, values, draws) };
    }),
  );
  const adjusted = holm(rises.map(({ rise }) => (Number.isNaN(rise.p) ? 1 : rise.p)));
  return rises.map((rise, index) => ({ ...rise, adjusted: adjusted[index] }));
}

/** Every property at every level: its scores along the hierarchy, and the test of their rise. */
export function risesTable({ name, rungs }: Hierarchy, rises: readonly PropertyRise[]): FindingTable {
  return {
    title: `Properties along ${name}`,
    columns: [
      'property',
      'level',
      ...rungs.map((rung) => rung.name),
      'rise',
      'rise, low',
      'rise, high',
      'p (one-sided)',
      'p (Holm)',
    ],
    rows: rises.map(({ property, profile, rise, adjusted }) => [
      property,
      profile.level,
      ...averaged(profile, [property]).values,
      rise.value,
      rise.interval.low,
      rise.interval.high,
      Number.isNaN(rise.p) ? null : rise.p,
      adjusted,
    ]),
  };
}
