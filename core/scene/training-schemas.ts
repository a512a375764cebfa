import { z } from 'zod';

/** `cosine` is short for `{ kind: cosine }`. */
const ofKind = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? { kind: value } : value), schema);

export const AugmentationSchema = z.strictObject({
  shift: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.1)
    .describe('Pictures are shifted by up to this share of their side.'),
  rotation: z
    .number()
    .min(0)
    .max(180)
    .default(90)
    .describe('Pictures are turned by up to this many degrees either way.'),
  zoom: z
    .number()
    .min(1)
    .max(4)
    .default(1.2)
    .describe('Pictures are scaled by up to this factor, up or down.'),
  flip: z.boolean().default(true).describe('Half of the pictures are mirrored left to right.'),
  grey: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('Share of the pictures whose colours are taken away, for networks that see colours.'),
  contrast: z.number().min(0).max(1).default(0.2).describe('Contrast changes by up to this share.'),
  noise: z
    .number()
    .min(0)
    .max(0.5)
    .default(0.02)
    .describe('Standard deviation of the noise of every pixel, as a share of white.'),
});

export const OptimiserSchema = ofKind(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('adam') }),
    z.strictObject({ kind: z.literal('sgd'), momentum: z.number().min(0).max(0.999).default(0.9) }),
  ]),
);

const warmUp = z
  .number()
  .min(0)
  .max(0.5)
  .default(0.05)
  .describe('Share of the training in which the learning rate rises.');

export const ScheduleSchema = ofKind(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cosine'), warmUp }),
    z.strictObject({ kind: z.literal('constant'), warmUp }),
    z.strictObject({
      kind: z.literal('steps'),
      warmUp,
      at: z
        .array(z.number().gt(0).lt(1))
        .min(1)
        .default([0.5, 0.75])
        .describe('Shares of the training after which the learning rate falls.'),
      factor: z.number().gt(0).lt(1).default(0.1).describe('What it falls to each time.'),
    }),
  ]),
);
