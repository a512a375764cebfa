import { z } from 'zod';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { Lamp, Lighting } from '../../core/stage/lights.ts';
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

/** The light that falls on the object of a stimulus. */
export type LightOf = (stimulus: {
  readonly lamp?: Lamp;
  readonly background_id: string;
}) => Promise<Lighting>;

/** Throws InputError when the backgrounds are to light the object and know no light. */
export function createLightOf(option: LightingOption, backgrounds: BackgroundSource): LightOf {
  if (option !== 'panorama') return async ({ lamp }) => lamp ?? 'fixed';
  const illumination = backgrounds.illumination?.bind(backgrounds);
  if (illumination) return ({ background_id }) => illumination(background_id);
  throw new InputError(
    'lighting: panorama takes its light from the backgrounds, and this background source knows none; ' +
      'choose panorama-backgrounds, or another lighting: fixed or random.',
  );
}
