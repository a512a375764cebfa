import { z } from 'zod';

const text = z.union([z.string(), z.number()]).transform(String);

export const options = z.strictObject({
  from: z
    .array(
      z.strictObject({
        set: z.string().describe('Id of a stimulus set that stands before this one.'),
        where: z
          .record(z.string(), z.union([text.transform((value) => [value]), z.array(text).min(1)]))
          .default({})
          .describe('Columns and the values wanted in them; everything by default.'),
        label: z
          .record(z.string(), z.string())
          .default({})
          .describe(
            'Columns that get one value for all these stimuli, for instance { category_name: objects }.',
          ),
        take: z.int().min(1).optional().describe('How many, evenly over those there are; all by default.'),
      }),
    )
    .min(1)
    .describe('What is taken, in this order.'),
});

export type JoinedOptions = z.infer<typeof options>;
export type Taken = JoinedOptions['from'][number];
