import { z } from 'zod';

const label = z.union([z.string(), z.number()]);

export const archiveOptions = z
  .strictObject({
    archive: z.string().min(1).optional().describe('Zip archive of the pictures.'),
    folder: z.string().min(1).optional().describe('Folder of the pictures; folders within it count.'),
    pattern: z
      .string()
      .refine(isRegularExpression, 'pattern must be a regular expression')
      .optional()
      .describe(
        'Regular expression that every file name must match; named groups become columns, ' +
          'for instance (?<object_name>[a-z]+)-\\d+.',
      ),
    runs: z
      .array(z.strictObject({ count: z.int().min(1), labels: z.record(z.string(), label) }))
      .min(1)
      .optional()
      .describe('Labels of consecutive pictures: how many, and the value of every column.'),
    table: z
      .string()
      .min(1)
      .optional()
      .describe('CSV file with a column filename and further columns; it also gives the order.'),
    order: z
      .enum(['natural', 'name'])
      .default('natural')
      .describe('Order without a table: by name, digits as numbers (natural) or as characters (name).'),
    size: z.int().min(1).max(4096).default(128).describe('Side in pixels to which pictures are brought.'),
    degrees: z.number().positive().max(180).default(8).describe('Visual angle of the side, in degrees.'),
    color: z.enum(['grey', 'rgb']).default('rgb').describe('Channels of the pictures.'),
  })
  .refine(({ archive, folder }) => (archive === undefined) !== (folder === undefined), {
    error: 'give either archive or folder',
    path: ['archive'],
  })
  .refine(({ table, runs }) => table === undefined || runs === undefined, {
    error: 'give either table or runs, as both set the labels',
    path: ['runs'],
  });

export type ArchiveOptions = z.infer<typeof archiveOptions>;

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
