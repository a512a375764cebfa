import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { contrastOf, pictureAt } from '../../core/neurons/contrast.ts';
import { edgeEnergies, pixelEnergies } from './edge-energies.ts';
import { onObject, radialProfiles } from './radial-profiles.ts';

/** Side in pixels at which pictures are seen, and of the squares over which shading is added up. */
const side = 64;
const shadeCell = 8;

/** Features of different kind, `[stimulus, feature]` each. */
export type FeatureBlocks = readonly Matrix[];

/**
 * Shape of the object of every stimulus, from its picture alone on grey: how much of it is light and dark where, its
 * edge energy by direction and place (both coarse, and bound to the pose), and how mass and edges lie around its middle
 * at several scales (bound to whether it is stubby or spiky, smooth or rough, much less to the pose).
 */
export async function shapeFeatures(stimuli: StimulusSet): Promise<FeatureBlocks> {
  const kinds: Float64Array[][] = [[], [], []];
  for await (const { start, frames } of stimuli.blocks('object-alone')) {
    const pictures = contrastOf(frames, side, side);
    for (let picture = 0; picture < pictures.count; picture++) {
      const contrast = pictureAt(pictures, picture);
      const energies = pixelEnergies(contrast, side);
      kinds[0][start + picture] = shading(contrast);
      kinds[1][start + picture] = edgeEnergies(energies, side);
      kinds[2][start + picture] = radialProfiles(contrast, side);
    }
  }
  return kinds.map(stack);
}

/** Square root of what is lighter than mid-grey in every square, then of what is darker; the ground is neither. */
function shading(contrast: Float64Array): Float64Array {
  const cells = side / shadeCell;
  const sums = new Float64Array(2 * cells ** 2);
  for (let pixel = 0; pixel < contrast.length; pixel++) {
    if (!onObject(contrast[pixel])) continue;
    const row = Math.floor(pixel / side / shadeCell) + (contrast[pixel] < 0 ? cells : 0);
    sums[row * cells + Math.floor((pixel % side) / shadeCell)] += Math.abs(contrast[pixel]);
  }
  return sums.map(Math.sqrt);
}

function stack(rows: readonly Float64Array[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, index) => {
    data.set(row, index * columns);
  });
  return { rows: rows.length, columns, data };
}
