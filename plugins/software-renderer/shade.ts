import type { Rendering, Stage } from '../../core/contracts/renderer.ts';
import { lightOfSrgb, srgbOfLight } from '../../core/pictures/srgb.ts';
import { nothing, type SampleGrid } from './sample-grid.ts';
import type { Sight } from './studio.ts';
import type { SurfaceShader } from './surface-shader.ts';

const midGrey = 128;

/**
 * Lights what every pixel shows, before the background. A triangle is lit once per pixel, in the middle of the samples
 * that it covers there, and counts by their number.
 * @param density samples per pixel along each side.
 */
export function shade(
  { shaders, grid }: Sight,
  density: number,
  { width, height, background }: Pick<Stage, 'width' | 'height' | 'background'>,
): Rendering {
  const pixels = background ? background.data.slice() : new Uint8Array(width * height * 3).fill(midGrey);
  const mask = new Uint8Array(width * height);
  const pixelShader = new PixelShader(shaders, grid, density);
  const { light } = pixelShader;
  const left = Math.floor(grid.left / density);
  const right = Math.floor(grid.right / density);
  const bottom = Math.floor(grid.bottom / density);
  for (let row = Math.floor(grid.top / density); row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const coverage = pixelShader.shine(column, row);
      if (coverage === 0) continue;
      const pixel = row * width + column;
      mask[pixel] = Math.round(255 * coverage);
      for (let channel = 0; channel < 3; channel++) {
        const target = 3 * pixel + channel;
        pixels[target] = srgbOfLight(light[channel] + (1 - coverage) * lightOfSrgb[pixels[target]]);
      }
    }
  return { pixels, mask };
}

/** Adds up the light of one pixel. */
class PixelShader {
  /** Linear red, green, blue of the last pixel, 0 … 1, already multiplied by its coverage. */
  readonly light = new Float64Array(3);
  readonly #shaders: readonly SurfaceShader[];
  readonly #grid: SampleGrid;
  readonly #density: number;
  readonly #triangles: Int32Array;
  readonly #shone = new Float64Array(3);
  #shader: SurfaceShader;

  constructor(shaders: readonly SurfaceShader[], grid: SampleGrid, density: number) {
    this.#shaders = shaders;
    this.#grid = grid;
    this.#density = density;
    this.#triangles = new Int32Array(density * density);
    this.#shader = shaders[0];
  }

  /** Puts the light of a pixel into `light` and returns the share of it that is covered. */
  shine(column: number, row: number): number {
    if (!this.#gather(column, row)) return 0;
    const triangles = this.#triangles;
    const { light } = this;
    const density = this.#density;
    const count = density * density;
    const shone = this.#shone;
    light[0] = light[1] = light[2] = 0;
    let covered = 0;
    for (let sample = 0; sample < count; sample++) {
      const triangle = triangles[sample];
      if (triangle === nothing) continue;
      let times = 0;
      let x = 0;
      let y = 0;
      for (let other = sample; other < count; other++) {
        if (triangles[other] !== triangle) continue;
        triangles[other] = nothing;
        times++;
        x += other % density;
        y += (other / density) | 0;
      }
      this.#shaderOf(triangle).shine(
        triangle,
        column * density + x / times + 0.5,
        row * density + y / times + 0.5,
        shone,
      );
      covered += times;
      for (let channel = 0; channel < 3; channel++)
        light[channel] += (times / count) * Math.min(1, shone[channel]);
    }
    return covered / count;
  }

  /** Takes up the triangles of a pixel's samples; tells whether there are any. */
  #gather(column: number, row: number): boolean {
    const { width, triangles } = this.#grid;
    const density = this.#density;
    let found = false;
    for (let down = 0; down < density; down++) {
      const start = (row * density + down) * width + column * density;
      for (let across = 0; across < density; across++) {
        const triangle = triangles[start + across];
        this.#triangles[down * density + across] = triangle;
        if (triangle !== nothing) found = true;
      }
    }
    return found;
  }

  #shaderOf(triangle: number): SurfaceShader {
    if (triangle < this.#shader.first || triangle >= this.#shader.last)
      this.#shader = this.#shaders.find(({ last }) => triangle < last) ?? this.#shader;
    return this.#shader;
  }
}
