import { z } from 'zod';
import { table } from '../../../core/assembly/table.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';
import { StimulusSource } from '../../../core/contracts/stimuli.ts';

/** Gratings of some orientations, noisy: a stimulus set that needs no renderer. */
export default definePlugin({
  extends: StimulusSource,
  id: 'gratings',
  version: '1',
  summary: 'gratings for tests',
  options: z.strictObject({
    categories: z.int().min(0).max(20).default(4),
    perCategory: z.int().min(1).max(100).default(12),
    size: z.int().min(4).max(64).default(12),
  }),
  selection: ['perCategory'],
  create: ({ categories, perCategory, size }, _injected, { random }) => {
    const count = categories * perCategory;
    const category = (row: number) => row % categories;
    return {
      describe: async () => ({
        table: table({
          stimulus_id: Array.from({ length: count }, (_, row) => `grating-${row}`),
          category_name: Array.from({ length: count }, (_, row) => `orientation-${category(row)}`),
          object_name: Array.from({ length: count }, (_, row) => `orientation-${category(row)}-${row % 3}`),
          variation: Float64Array.from({ length: count }, (_, row) => (row % 2) * 3),
        }),
        format: { width: size, height: size, channels: 1, degrees: 4 },
        appearances: ['presented'],
      }),
      draw: async (rows) => {
        const data = new Uint8Array(rows.length * size * size);
        rows.forEach((row, position) => {
          const stream = random.stream(`picture-${row}`);
          const angle = (Math.PI * category(row)) / categories;
          const phase = stream.uniform(0, 2 * Math.PI);
          for (let pixel = 0; pixel < size * size; pixel++) {
            const along = (pixel % size) * Math.cos(angle) + Math.floor(pixel / size) * Math.sin(angle);
            data[position * size * size + pixel] =
              128 + 80 * Math.sin(along + phase) + stream.uniform(-40, 40);
          }
        });
        return { frames: { count: rows.length, height: size, width: size, channels: 1, data } };
      },
    };
  },
});
