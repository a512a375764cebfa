import type { Figure } from '../../core/contracts/figures.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import type { Hierarchy } from './hierarchies.ts';
import { averaged, type Profile } from './profile.ts';

type Lines = Extract<Figure, { kind: 'lines' }>;

const score = 'read out (0 chance … 1 perfect)';

/** The mean over properties, then every property, along the hierarchy: one line per variation level. */
export function figuresOf(
  hierarchy: Hierarchy,
  profiles: readonly Profile[],
  untrained: readonly Profile[] | undefined,
  images: number,
): Figure[] {
  const highest = profiles[profiles.length - 1];
  const figure = (title: string, over: readonly string[], caption?: string): Lines => ({
    kind: 'lines',
    title: `${title}: ${hierarchy.name}`,
    ...(caption && { caption }),
    x: hierarchy.of,
    places: hierarchy.rungs.map(({ name }, place) => ({ x: place + 1, name })),
    y: score,
    // Levels without a property are the low ones: so every line looks alike in all figures.
    series: [
      ...lineOf(highest, over, highest.level),
      ...(untrained ? lineOf(untrained[untrained.length - 1], over, `untrained, ${highest.level}`) : []),
      ...profiles
        .slice(0, -1)
        .toReversed()
        .flatMap((profile) => lineOf(profile, over, profile.level)),
    ],
    references: [{ label: 'chance', y: 0 }],
  });
  const always = highest.properties.filter((property) =>
    profiles.every(({ properties }) => properties.includes(property)),
  );
  return [
    figure(
      'All properties',
      highest.properties,
      `Mean over the properties that vary at a level; all levels share ${always.length} of ${highest.properties.length}. ` +
        `${images} images at ${highest.level}; intervals of 95 % over images and sites.`,
    ),
    ...highest.properties.map((property) =>
      figure(property[0].toUpperCase() + property.slice(1), [property]),
    ),
  ];
}

/** None where the level has none of the properties. */
function lineOf(profile: Profile, over: readonly string[], label: string): Lines['series'] {
  const known = over.filter((property) => profile.properties.includes(property));
  if (known.length === 0) return [];
  const { values, draws } = averaged(profile, known);
  return [
    {
      label,
      points: values.map((y, place) => ({
        x: place + 1,
        y,
        interval: percentileInterval(
          draws.map((scores) => scores[place]),
          0.95,
        ),
      })),
    },
  ];
}
