import type { EnergyMap, Lattice } from './lattice.ts';
import type { Afferent, Placement } from './template.ts';

const { max, sqrt } = Math;

/** Keeps templates over blank regions from matching by chance. */
const semiSaturation = 0.5;
/** Power of the mean over places: between averaging (1) and the best match alone (infinity). */
const poolingPower = 4;

/**
 * How well a template is met within the receptive field, 0 … 1: at every place the weighted sum of its afferents over
 * their length (Cadieu et al. 2007, equation 1), rectified, then a power mean over places.
 */
export function templateMatch(
  map: EnergyMap,
  lattice: Lattice,
  template: readonly Afferent[],
  placements: readonly Placement[],
): number {
  let pooled = 0;
  for (const placement of placements) {
    const match = max(0, matchAt(map, lattice, template, placement));
    pooled += placement.weight * match ** poolingPower;
  }
  return pooled ** (1 / poolingPower);
}

function matchAt(
  map: EnergyMap,
  { columns, rows }: Lattice,
  template: readonly Afferent[],
  placement: Placement,
): number {
  let sum = 0;
  let squares = 0;
  let weights = 0;
  for (const afferent of template) {
    const column = placement.column + afferent.column;
    const row = placement.row + afferent.row;
    weights += afferent.weight ** 2;
    if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
    const energy = map[(afferent.orientation * rows + row) * columns + column];
    sum += afferent.weight * energy;
    squares += energy * energy;
  }
  return sum / (sqrt(weights) * (semiSaturation + sqrt(squares)));
}
