import { z } from 'zod';
import { partOption } from '../../core/backgrounds/part.ts';

const degrees = z.number().min(20).max(100);
const names = z.array(z.string()).min(1).optional();

export const panoramaOptions = z
  .strictObject({
    folder: z
      .string()
      .optional()
      .describe(
        'Folder of .hdr, .exr, .jpg and .png panoramas; by default those of the package @pmndrs/assets.',
      ),
    panoramas: names.describe('Names of the panoramas to use, without ending; all of them by default.'),
    except: names.describe('Names of the panoramas to leave out, without ending.'),
    part: partOption.describe('Half of every panorama that crops come from; the halves share no point.'),
    fieldOfView: z
      .tuple([degrees, degrees])
      .refine(([narrow, wide]) => narrow <= wide, 'the narrow angle first')
      .default([50, 90])
      .describe('Smallest and largest visual angle of the longer side of a crop, in degrees.'),
    mirror: z.boolean().default(true).describe('Mirrors every other crop on average.'),
  })
  .refine(({ panoramas, except }) => panoramas === undefined || except === undefined, {
    error: 'give either panoramas or except',
    path: ['except'],
  });

export type PanoramaOptions = z.infer<typeof panoramaOptions>;
