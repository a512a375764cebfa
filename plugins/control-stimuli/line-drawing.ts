import type { Frames } from '../../core/contracts/pictures.ts';
import type { Geometry } from '../../core/contracts/renderer.ts';

const paper = 255;
/** Steps of depth, bends of the surface and steps of lightness that make a full line. */
const full = { depth: 0.06, bend: 0.35, lightness: 60 } as const;

/**
 * The object's lines, dark on white: where depth jumps, the surface bends, or its lightness changes.
 * @param picture the object in its place on uniform grey.
 */
export function drawLines(picture: Frames, geometry: Geometry): Frames {
  const { width, height, channels } = picture;
  const data = new Uint8Array(picture.data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const here = y * width + x;
      const right = y * width + Math.min(x + 1, width - 1);
      const below = Math.min(y + 1, height - 1) * width + x;
      const strength = Math.max(
        lineBetween(picture, geometry, here, right),
        lineBetween(picture, geometry, here, below),
      );
      data.fill(Math.round(paper * (1 - strength)), here * channels, (here + 1) * channels);
    }
  return { ...picture, data };
}

/** Strength of the line between two neighbours, 0 … 1. */
function lineBetween({ data, channels }: Frames, { depth, normals }: Geometry, a: number, b: number): number {
  const [inside, beside] = [Number.isFinite(depth[a]), Number.isFinite(depth[b])];
  if (inside !== beside) return 1;
  if (!inside) return 0;
  const jump = Math.abs(depth[a] - depth[b]) * facing(normals, a, b);
  const bend = 1 - dot(normals, a, b);
  const step = Math.abs(lightness(data, channels, a) - lightness(data, channels, b));
  return Math.min(1, Math.max(ramp(jump / full.depth), ramp(bend / full.bend), ramp(step / full.lightness)));
}

/** A slope seen at a slant is steep without being a step. */
function facing(normals: Float32Array, a: number, b: number): number {
  return Math.max(0.1, Math.min(normals[3 * a + 2], normals[3 * b + 2]));
}

function dot(normals: Float32Array, a: number, b: number): number {
  return [0, 1, 2].reduce((sum, axis) => sum + normals[3 * a + axis] * normals[3 * b + axis], 0);
}

function lightness(data: Uint8Array, channels: number, pixel: number): number {
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) sum += data[pixel * channels + channel];
  return sum / channels;
}

/** Leaves faint steps out and makes strong ones full. */
function ramp(share: number): number {
  return Math.min(1, Math.max(0, 2 * share - 1));
}
