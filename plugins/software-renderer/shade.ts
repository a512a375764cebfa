import { type PerspectiveCamera, Vector3 } from 'three';
import { srgbOfLight } from '../../core/pictures/srgb.ts';
import { type DepthBuffer, nothing } from './depth-buffer.ts';
import type { Lighting } from './lighting.ts';
import type { Projection } from './projection.ts';
import { SurfaceShader } from './surface-shader.ts';
import type { Surface } from './surfaces.ts';

/** A surface as the depth buffer knows it. */
export interface DrawnSurface {
  readonly surface: Surface;
  readonly points: Projection;
  /** Number of its first triangle. */
  readonly first: number;
}

/** Lights the nearest triangle of every sample: RGBA, `[height, width, 4]`, sRGB, alpha 255 where there is one. */
export function shade(
  drawn: readonly DrawnSurface[],
  { width, height, triangles }: DepthBuffer,
  camera: PerspectiveCamera,
  lighting: Lighting,
): Uint8Array {
  const samples = new Uint8Array(width * height * 4);
  const eye = new Vector3().setFromMatrixPosition(camera.matrixWorld);
  const shaders = drawn.map(
    ({ surface, points, first }) => new SurfaceShader(surface, points, first, eye, lighting),
  );
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const sample = row * width + column;
      const triangle = triangles[sample];
      if (triangle === nothing) continue;
      let number = shaders.length - 1;
      while (shaders[number].first > triangle) number--;
      const light = shaders[number].light(triangle, column + 0.5, row + 0.5);
      samples[4 * sample] = srgbOfLight(light[0]);
      samples[4 * sample + 1] = srgbOfLight(light[1]);
      samples[4 * sample + 2] = srgbOfLight(light[2]);
      samples[4 * sample + 3] = 255;
    }
  return samples;
}
