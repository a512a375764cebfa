import type { Renderer, Stage } from '../../core/contracts/renderer.ts';
import { resolveSamples } from '../../core/stage/resolve-samples.ts';
import { clear, createDepthBuffer, type DepthBuffer } from './depth-buffer.ts';
import { collectLighting } from './lighting.ts';
import { project } from './projection.ts';
import { rasterise } from './rasterise.ts';
import { type DrawnSurface, shade } from './shade.ts';
import { collectSurfaces } from './surfaces.ts';

const degraded =
  'Pictures come from the software renderer, which draws no textures and no shadows; ' +
  'remedy: let three.js draw, `neuroid doctor` says what it lacks.';

/** @param samples samples per pixel along each side */
export function createSoftwareRenderer(samples: number): Renderer {
  let buffer = createDepthBuffer(0, 0);

  function bufferOf(width: number, height: number): DepthBuffer {
    if (buffer.width !== width || buffer.height !== height) buffer = createDepthBuffer(width, height);
    clear(buffer);
    return buffer;
  }

  return {
    identity: `software rasteriser 1, ${samples} x ${samples} samples`,
    degraded,
    render: async (stage) =>
      resolveSamples(
        drawSamples(stage, bufferOf(stage.width * samples, stage.height * samples)),
        samples,
        stage,
      ),
    dispose: async () => {
      buffer = createDepthBuffer(0, 0);
    },
  };
}

function drawSamples({ scene, camera }: Stage, buffer: DepthBuffer): Uint8Array {
  scene.updateMatrixWorld();
  camera.updateMatrixWorld();
  const drawn: DrawnSurface[] = [];
  let first = 0;
  for (const surface of collectSurfaces(scene)) {
    const points = project(surface, camera, buffer.width, buffer.height);
    rasterise(surface, points, first, buffer);
    drawn.push({ surface, points, first });
    first += surface.corners.length / 3;
  }
  return shade(drawn, buffer, camera, collectLighting(scene));
}
