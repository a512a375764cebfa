import { z } from 'zod';
import { type Amounts, amounts, type Complaint, complaintOfAmount } from './amounts.ts';
import { lighting } from './lighting.ts';
import { hvm, type OwnVariation, ownVariation } from './variations.ts';

const share = z.number().gt(0).lt(1);

export const options = z
  .strictObject({
    categories: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('Categories of the object source to show; all of them by default.'),
    perCategory: z
      .int()
      .min(1)
      .optional()
      .describe('Objects per category, the first ones of the source; all of them by default.'),
    imagesPerObject: amounts
      .default({})
      .describe(
        'Pictures of every object at each variation: a number, or `factorial` for every combination of its lists and ' +
          'grids, or { factorial: repeats }.',
      ),
    images: amounts
      .default({})
      .describe('The same for pictures in all; each shows one of the objects, see `assignment`.'),
    assignment: z
      .enum(['balanced', 'random'])
      .default('balanced')
      .describe('Which objects `images` show: each equally often, or drawn for every picture.'),
    variations: z
      .record(z.string(), ownVariation)
      .default({})
      .describe("Variations of one's own beside V0, V3 and V6, by name."),
    keepVisible: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe(
        "Share of the object's silhouette that must lie within the picture; other views are drawn anew.",
      ),
    backgroundPer: z
      .enum(['image', 'view', 'object', 'category', 'set'])
      .default('image')
      .describe('What has a background of its own; `view`: the nth picture of every object shares one.'),
    lighting: lighting.describe(
      'fixed, random, the light of the background (panorama), or azimuth, elevation, strength and ambient.',
    ),
    size: z.int().min(16).max(1024).default(128).describe('Side of the pictures, in pixels.'),
    degrees: z.number().positive().max(180).default(8).describe('Visual angle of the side, in degrees.'),
    color: z.enum(['grey', 'rgb']).default('grey').describe('Whether pictures are grey or coloured.'),
    equalise: z
      .strictObject({
        mean: share.default(0.5).describe('Mean, black 0 and white 1.'),
        contrast: share.max(0.5).default(0.2).describe('Standard deviation, black 0 and white 1.'),
        over: z
          .enum(['picture', 'object-and-background'])
          .default('picture')
          .describe('The whole picture, or object and background each for itself.'),
      })
      .optional()
      .describe('Gives every picture the same mean and root-mean-square contrast.'),
    aperture: z
      .strictObject({
        diameter: z.number().positive().describe('Between the middles of the soft edge, in degrees.'),
        edge: z.number().positive().describe('Width of the soft edge, in degrees.'),
      })
      .optional()
      .describe('Shows pictures in a round window on uniform grey.'),
  })
  .superRefine((given, context) => {
    for (const [path, message] of complaints(given))
      context.addIssue({ code: 'custom', path: [...path], message });
  });

export type RenderedObjectsOptions = z.infer<typeof options>;

function complaints(given: {
  readonly imagesPerObject: Amounts;
  readonly images: Amounts;
  readonly variations: Readonly<Record<string, OwnVariation>>;
  readonly degrees: number;
  readonly aperture?: { readonly diameter: number };
}): readonly Complaint[] {
  const { imagesPerObject, images, variations, degrees, aperture } = given;
  const asked = [imagesPerObject, images].flatMap((amountsOf) => Object.values(amountsOf));
  return [
    ...Object.keys(variations).flatMap((name) => complaintOfName(name)),
    ...Object.entries(imagesPerObject).flatMap(([name, asks]) =>
      complaintOfAmount(['imagesPerObject', name], asks, variations),
    ),
    ...Object.entries(images).flatMap(([name, asks]): readonly Complaint[] =>
      name in imagesPerObject
        ? [[['images', name], `another variation; imagesPerObject has ${name} already`]]
        : complaintOfAmount(['images', name], asks, variations),
    ),
    ...(asked.some((asks) => asks !== 0)
      ? []
      : ([[['imagesPerObject'], 'at least one picture, for instance { V3: 10 }']] as const)),
    ...(aperture && aperture.diameter > degrees
      ? ([[['aperture', 'diameter'], `at most the ${degrees} degrees of the picture`]] as const)
      : []),
  ];
}

function complaintOfName(name: string): readonly Complaint[] {
  if (!(name in hvm) && /^[\w-]+$/.test(name)) return [];
  const reason = name in hvm ? "it is HvM's own" : 'letters, digits, - and _ make a name';
  return [[['variations', name], `another name; ${reason}`]];
}
