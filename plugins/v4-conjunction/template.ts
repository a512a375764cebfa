import { type Lattice, orientationCount, placesPerDegree } from './lattice.ts';
import type { Fragment, V4Neuroid } from './neuroids.ts';

/** One afferent of a template. */
export interface Afferent {
  /** Place relative to the template's middle, in lattice steps, right and down. */
  readonly column: number;
  readonly row: number;
  readonly orientation: number;
  readonly weight: number;
}

/** A place of the template's middle, and how much a match there counts; the weights add up to one. */
export interface Placement {
  readonly column: number;
  readonly row: number;
  readonly weight: number;
}

/** Points of a fragment, degrees along it from its middle. */
const pointsAlong = [-0.5, 0, 0.5];
/** Contours across the fragment speak against it. */
const crossWeight = -0.5;

/** The afferents of a neuroid's template: along every fragment the fitting orientation for, the one across against. */
export function templateOf({ fragments }: V4Neuroid): readonly Afferent[] {
  return fragments.flatMap((fragment) =>
    pointsAlong.flatMap((along) => {
      const { x, y, direction } = pointOf(fragment, along);
      const column = Math.round(x * placesPerDegree);
      const row = Math.round(-y * placesPerDegree);
      const orientation = carrierOf(direction);
      const across = (orientation + orientationCount / 2) % orientationCount;
      return [
        { column, row, orientation, weight: 1 },
        { column, row, orientation: across, weight: crossWeight },
      ];
    }),
  );
}

/** A point on the arc, and the contour's direction there. */
function pointOf({ x, y, direction, curvature }: Fragment, along: number) {
  const turned = direction + curvature * along;
  const chord = Math.abs(curvature) < 1e-6 ? along : (2 / curvature) * Math.sin((curvature * along) / 2);
  const towards = direction + (curvature * along) / 2;
  return { x: x + chord * Math.cos(towards), y: y + chord * Math.sin(towards), direction: turned };
}

/** Index of the filter whose carrier varies at right angles to a contour; filters count clockwise on the screen. */
function carrierOf(direction: number): number {
  const index = Math.round(((Math.PI / 2 - direction) / Math.PI) * orientationCount);
  return ((index % orientationCount) + orientationCount) % orientationCount;
}

/** Places at which a neuroid accepts its template: Gaussian around its centre, cut at two standard deviations. */
export function placementsOf(
  { x, y, tolerance }: V4Neuroid,
  { columns, rows }: Lattice,
): readonly Placement[] {
  const centreColumn = columns / 2 - 0.5 + x * placesPerDegree;
  const centreRow = rows / 2 - 0.5 - y * placesPerDegree;
  const spread = tolerance * placesPerDegree;
  const reach = Math.max(1, Math.ceil(2 * spread));
  const placements: Placement[] = [];
  for (let row = Math.round(centreRow) - reach; row <= Math.round(centreRow) + reach; row++)
    for (
      let column = Math.round(centreColumn) - reach;
      column <= Math.round(centreColumn) + reach;
      column++
    ) {
      const distance = Math.hypot(row - centreRow, column - centreColumn) / spread;
      if (distance <= 2) placements.push({ column, row, weight: Math.exp(-0.5 * distance ** 2) });
    }
  const sum = placements.reduce((total, { weight }) => total + weight, 0);
  return placements.map((placement) => ({ ...placement, weight: placement.weight / sum }));
}
