import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Renderer } from '../../core/contracts/renderer.ts';

export default definePlugin({
  extends: Renderer,
  id: 'software',
  version: '2.0.0',
  summary: 'A rasteriser in plain TypeScript: runs everywhere and gives the same bytes on every machine',
  citation: 'Pineda (1988), A parallel algorithm for polygon rasterization, SIGGRAPH 22, 17-20',
  options: z.strictObject({
    samples: z
      .int()
      .min(1)
      .max(8)
      .default(2)
      .describe('Samples per pixel along each side; more make smoother edges and take longer.'),
  }),
  preference: 10,
  availability: async () => ({ available: true, detail: 'plain TypeScript, one thread' }),
  create: async ({ samples }) => (await import('./software-renderer.ts')).createSoftwareRenderer(samples),
});
