import { z } from 'zod';

const degrees = z.number().min(-360).max(360);

export const Options = z.strictObject({
  folder: z
    .string()
    .min(1)
    .describe('folder with one sub-folder per category, which holds .glb, .gltf or .obj files'),
  categories: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('some of the sub-folders, in the order wanted; all by default'),
  turn: z
    .record(z.string(), z.tuple([degrees, degrees, degrees]))
    .default({})
    .describe(
      'how meshes are turned to face the viewer: degrees about +x, then +y, then +z, by category or by object name; the object goes before its category',
    ),
});

export type Options = z.infer<typeof Options>;
