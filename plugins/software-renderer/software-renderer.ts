import type { Renderer } from '../../core/contracts/renderer.ts';
import { requireDrawable } from '../../core/stage/require-drawable.ts';
import { shade } from './shade.ts';
import { Studio } from './studio.ts';
import { survey } from './survey.ts';

const degraded =
  'Pictures come from the software renderer, which draws no blended transparency, normal maps or environment maps; ' +
  'remedy: let three.js draw, `neuroid doctor` says what it lacks.';

/** @param samples samples per pixel along each side */
export function createSoftwareRenderer(samples: number): Renderer {
  const studio = new Studio(samples);
  const centres = new Studio(1);
  return {
    identity: `software rasteriser 2, ${samples} x ${samples} samples`,
    degraded,
    render: async (stage, { geometry = false } = {}) => {
      requireDrawable(stage);
      const rendering = shade(studio.look(stage), samples, stage);
      return geometry ? { ...rendering, geometry: survey(centres.look(stage)) } : rendering;
    },
    dispose: async () => {
      studio.clear();
      centres.clear();
    },
  };
}
