import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { contrastOf, pictureAt } from '../../core/neurons/contrast.ts';
import { edgeEnergies, pixelEnergies } from './edge-energies.ts';
import { radialProfiles } from './radial-profiles.ts';

/** Side in pixels at which pictures are seen, and of the squares over which shading is averaged. */
const side = 64;
const shadeCell = 2;

/** Features of different kind, `[stimulus, feature]` each. */
export type FeatureBlocks = readonly Matrix[];

/**
 * Shape of the object of every stimulus, from its picture alone on grey: its shading, its edge energy by direction and
 * place (both bound to the pose), and how mass and edges lie around its middle at several scales (bound to whether it
 * is stubby or spiky, smooth or rough, much less to the pose). Every kind has mean 0 and length 1 in every picture.
 */
export async function shapeFeatures(stimuli: StimulusSet): Promise<FeatureBlocks> {
  const kinds: Float64Array[][] = [[], [], []];
  for await (const { start, frames } of stimuli.blocks('object-alone')) {
    const pictures = contrastOf(frames, side, side);
    for (let picture = 0; picture < pictures.count; picture++) {
      const contrast = pictureAt(pictures, picture);
      const energies = pixelEnergies(contrast, side);
      kinds[0][start + picture] = standardised(shading(contrast));
      kinds[1][start + picture] = standardised(edgeEnergies(energies, side));
      kinds[2][start + picture] = standardised(radialProfiles(contrast, side));
    }
  }
  return kinds.map(stack);
}

function shading(contrast: Float64Array): Float64Array {
  const cells = side / shadeCell;
  const sums = new Float64Array(cells ** 2);
  for (let pixel = 0; pixel < contrast.length; pixel++) {
    const row = Math.floor(pixel / side / shadeCell);
    sums[row * cells + Math.floor((pixel % side) / shadeCell)] += contrast[pixel];
  }
  return sums;
}

/** Mean 0 and length 1; zeros where all values are equal. */
function standardised(values: Float64Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const length = Math.sqrt(Math.max(0, squares - sum * mean));
  return length > 1e-9 ? values.map((value) => (value - mean) / length) : new Float64Array(values.length);
}

function stack(rows: readonly Float64Array[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, index) => {
    data.set(row, index * columns);
  });
  return { rows: rows.length, columns, data };
}
