import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Renderer } from '../../core/contracts/renderer.ts';

export default definePlugin({
  extends: Renderer,
  id: 'three',
  version: '2.0.0',
  summary: "three.js on WebGPU: the machine's graphics, or Mesa on its processor",
  citation: 'three.js authors, https://threejs.org; Dawn, https://dawn.googlesource.com/dawn',
  options: z.strictObject({
    samples: z
      .int()
      .min(1)
      .max(8)
      .default(2)
      .describe('Samples per pixel along each side; more make smoother edges and take longer.'),
  }),
  preference: 20,
  availability: async () => (await import('./graphics-device.ts')).graphicsAvailability(),
  create: async ({ samples }) => (await import('./three-renderer.ts')).createThreeRenderer(samples),
});
