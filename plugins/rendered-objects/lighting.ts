import { z } from 'zod';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { Lamp } from '../../core/stage/lights.ts';
import { distributionWithin, drawFrom } from './distribution.ts';

const lamp = z.strictObject({
  azimuth: distributionWithin(-180, 180)
    .prefault({ uniform: [-90, 90] })
    .describe("Where the light comes from, in degrees from the viewer to the viewer's right."),
  elevation: distributionWithin(-90, 90)
    .prefault({ uniform: [0, 75] })
    .describe('The same upwards, in degrees.'),
  strength: distributionWithin(0, 10)
    .prefault({ 'log-uniform': [0.6, 1.4] })
    .describe('All light, relative to that of `fixed`.'),
  ambient: distributionWithin(0, 1)
    .prefault({ uniform: [0.2, 0.5] })
    .describe('Share of the light that comes from all around.'),
});

/** Lighting as scenes write it; `random` is a lamp that says nothing more. */
export const lighting = z
  .union([z.enum(['fixed', 'random', 'panorama']), lamp])
  .default('fixed')
  .transform((given) => (given === 'random' ? lamp.parse({}) : given));

export type LightingOption = z.infer<typeof lighting>;

/** The lamp of one picture; undefined where no lamp is drawn. */
export function drawLamp(option: LightingOption, stream: RandomStream): Lamp | undefined {
  if (typeof option === 'string') return undefined;
  return {
    azimuth: drawFrom(option.azimuth, stream),
    elevation: drawFrom(option.elevation, stream),
    strength: drawFrom(option.strength, stream),
    ambient: drawFrom(option.ambient, stream),
  };
}
