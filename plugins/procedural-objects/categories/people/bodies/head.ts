import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ellipsoid } from '../../../shapes/solids.ts';
import { smooth } from '../limb.ts';
import type { BodyParameters } from './parameters.ts';
import type { Skeleton } from './skeleton.ts';

/** A head with hair but without a face. */
export function addHead(
  sculpture: Sculpture,
  { skin, hair, longHair }: BodyParameters,
  { place }: Skeleton,
): void {
  sculpture.add(smooth(ellipsoid([0.078, 0.112, 0.094], 18), skin), { at: place([0, 1.635, 0.012]) });
  sculpture.add(smooth(ellipsoid([0.084, 0.1, 0.095], 16), hair), {
    finish: 'matte',
    at: place([0, 1.672, -0.02]),
    turn: [-0.35, 0, 0],
  });
  if (longHair)
    sculpture.add(smooth(ellipsoid([0.088, 0.15, 0.05], 14), hair), {
      finish: 'matte',
      at: place([0, 1.57, -0.06]),
    });
}
