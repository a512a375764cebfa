import type { PerspectiveCamera, Texture } from 'three';
import type { Stage } from '../../core/contracts/renderer.ts';
import { lensOf } from './lens.ts';
import { collectLighting } from './lighting.ts';
import { clippedVertices, type PlacedSurface, rasterise } from './rasterise.ts';
import { clear, createSampleGrid, type SampleGrid } from './sample-grid.ts';
import { SurfaceShader } from './surface-shader.ts';
import { collectSurfaces, type Surface } from './surfaces.ts';
import { TextureSampler } from './texture-sampler.ts';
import { enterVertices, stride, type Vertices } from './vertices.ts';

/** What is seen at every sample of a picture, and how the surfaces seen there are lit. */
export interface Sight {
  readonly grid: SampleGrid;
  readonly shaders: readonly SurfaceShader[];
}

/** Finds what the camera sees; keeps its buffers from one picture to the next. */
export class Studio {
  readonly #density: number;
  #grid = createSampleGrid(0, 0);
  #vertices: Vertices = new Float64Array(0);
  #samplers = new WeakMap<Texture, { readonly version: number; readonly sampler: TextureSampler }>();

  /** @param density samples per pixel along each side */
  constructor(density: number) {
    this.#density = density;
  }

  /** Valid until the next look. */
  look({ scene, camera, width, height }: Stage): Sight {
    scene.updateMatrixWorld();
    camera.updateMatrixWorld();
    const grid = this.#gridOf(width * this.#density, height * this.#density);
    const surfaces = this.#place(collectSurfaces(scene, camera.matrixWorldInverse), camera, grid);
    const setting = {
      lens: lensOf(camera, grid.width, grid.height),
      lighting: collectLighting(scene, camera.matrixWorldInverse),
      density: this.#density,
    };
    const shaders = surfaces.map((placed) => {
      const shader = new SurfaceShader(placed, this.#samplerOf(placed.surface), setting);
      rasterise(placed, camera, shader.presence, grid);
      return shader;
    });
    return { grid, shaders };
  }

  clear(): void {
    this.#grid = createSampleGrid(0, 0);
    this.#vertices = new Float64Array(0);
    this.#samplers = new WeakMap();
  }

  #gridOf(width: number, height: number): SampleGrid {
    if (this.#grid.width !== width || this.#grid.height !== height)
      this.#grid = createSampleGrid(width, height);
    else clear(this.#grid);
    return this.#grid;
  }

  /** Enters the vertices of all surfaces one after the other, and leaves room for those of a clipped triangle. */
  #place(surfaces: readonly Surface[], camera: PerspectiveCamera, grid: SampleGrid): PlacedSurface[] {
    const count = surfaces.reduce((sum, { positions }) => sum + positions.length / 3, clippedVertices);
    if (this.#vertices.length < count * stride) this.#vertices = new Float64Array(count * stride);
    const vertices = this.#vertices;
    let firstVertex = 0;
    let firstTriangle = 0;
    return surfaces.map((surface) => {
      const placed = { surface, vertices, firstVertex, firstTriangle };
      enterVertices(surface, camera, grid, vertices, firstVertex);
      firstVertex += (surface.positions.length / 3) * stride;
      firstTriangle += surface.corners.length / 3;
      return placed;
    });
  }

  #samplerOf({ material: { map }, name }: Surface): TextureSampler | undefined {
    if (!map) return undefined;
    if (map.matrixAutoUpdate) map.updateMatrix();
    const kept = this.#samplers.get(map);
    if (kept?.version === map.version) return kept.sampler;
    const sampler = new TextureSampler(map, name);
    this.#samplers.set(map, { version: map.version, sampler });
    return sampler;
  }
}
