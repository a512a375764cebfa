import { MeshBasicMaterial } from 'three';
import type { Fragment } from './fragment.ts';
import * as at from './fragment.ts';
import type { Lens } from './lens.ts';
import type { Lighting } from './lighting.ts';
import type { PlacedSurface, Presence } from './rasterise.ts';
import { reflect } from './reflection.ts';
import { SurfaceNormal } from './surface-normal.ts';
import type { Surface } from './surfaces.ts';
import type { TexturePlace, TextureSampler } from './texture-sampler.ts';
import { TrianglePlace } from './triangle-place.ts';

const { sqrt } = Math;

/** What the shaders of a picture share. */
export interface Setting {
  readonly lens: Lens;
  readonly lighting: Lighting;
  /** Samples per pixel along each side. */
  readonly density: number;
}

/** Looks at single places of one surface: their light, their normal, whether they are there. */
export class SurfaceShader {
  /** Numbers of its triangles: from the first up to, not including, the last. */
  readonly first: number;
  readonly last: number;
  readonly #surface: Surface;
  readonly #sampler: TextureSampler | undefined;
  readonly #setting: Setting;
  readonly #lit: boolean;
  readonly #colour: Float64Array;
  readonly #glow: Float64Array;
  readonly #place: TrianglePlace;
  readonly #normal: SurfaceNormal;
  readonly #fragment: Fragment = new Float64Array(at.size);
  readonly #textured: TexturePlace = new Float64Array(6);

  constructor(placed: PlacedSurface, sampler: TextureSampler | undefined, setting: Setting) {
    const { surface, firstTriangle } = placed;
    const { color, emissive, emissiveIntensity = 1, roughness = 1, metalness = 0 } = surface.material;
    this.first = firstTriangle;
    this.last = firstTriangle + surface.corners.length / 3;
    this.#surface = surface;
    this.#sampler = surface.coordinates && sampler;
    this.#setting = setting;
    this.#lit = !(surface.material instanceof MeshBasicMaterial);
    this.#colour = Float64Array.from(color ?? [1, 1, 1]);
    this.#glow = Float64Array.from(emissive ?? [0, 0, 0], (value) => value * emissiveIntensity);
    this.#place = new TrianglePlace(placed);
    this.#normal = new SurfaceNormal(surface, this.#place);
    this.#fragment[at.roughness] = roughness;
    this.#fragment[at.metalness] = metalness;
  }

  /** Tells where the texture leaves the surface out; `undefined` where it never does. */
  get presence(): Presence | undefined {
    const sampler = this.#sampler;
    const { alphaTest, opacity } = this.#surface.material;
    if (!sampler || alphaTest <= 0) return undefined;
    return (triangle, x, y) => {
      this.#place.locate(triangle, x, y);
      this.#readTexture(sampler, 1);
      return sampler.value[3] * opacity > alphaTest;
    };
  }

  /** Puts the linear RGB of a triangle at a place of the sample grid into `light`. */
  shine(triangle: number, x: number, y: number, light: Float64Array): void {
    this.#place.locate(triangle, x, y);
    this.#paint();
    for (let colour = 0; colour < 3; colour++)
      light[colour] = this.#lit ? this.#glow[colour] : this.#fragment[colour];
    if (!this.#lit) return;
    this.#lookBack(x, y);
    this.#normal.enter(this.#fragment);
    reflect(this.#fragment, this.#setting.lighting, light);
  }

  /** Puts the unit normal, in the camera's space, into `normals` from a place on. */
  putNormal(triangle: number, x: number, y: number, normals: Float32Array, target: number): void {
    this.#place.locate(triangle, x, y);
    this.#normal.enter(this.#fragment);
    for (let axis = 0; axis < 3; axis++) normals[target + axis] = this.#fragment[at.normalX + axis];
  }

  /** Enters the colour. */
  #paint(): void {
    const { colours } = this.#surface;
    const fragment = this.#fragment;
    const colour = this.#colour;
    if (colours) this.#place.mix(colours, 3, fragment);
    else fragment.fill(1, 0, 3);
    for (let channel = 0; channel < 3; channel++) fragment[channel] *= colour[channel];
    if (!this.#sampler) return;
    this.#readTexture(this.#sampler, this.#setting.density);
    for (let channel = 0; channel < 3; channel++) fragment[channel] *= this.#sampler.value[channel];
  }

  #readTexture(sampler: TextureSampler, reach: number): void {
    const { coordinates } = this.#surface;
    if (!coordinates) return;
    this.#place.mix(coordinates, 2, this.#textured);
    this.#place.mixGains(coordinates, 2, this.#textured, 2);
    sampler.read(this.#textured, reach);
  }

  /** Enters the direction towards the viewer. */
  #lookBack(x: number, y: number): void {
    const { across, left, down, top } = this.#setting.lens;
    const fragment = this.#fragment;
    const rayX = x * across + left;
    const rayY = top - y * down;
    const scale = 1 / sqrt(rayX * rayX + rayY * rayY + 1);
    fragment[at.viewX] = -rayX * scale;
    fragment[at.viewY] = -rayY * scale;
    fragment[at.viewZ] = scale;
  }
}
