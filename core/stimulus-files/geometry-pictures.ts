import type { Geometry } from '../contracts/renderer.ts';
import { pngFile } from '../pictures/png-file.ts';

export const mapNames = ['depth', 'normals'] as const;

export type MapName = (typeof mapNames)[number];

/** How the pixels of the maps are to be read; stands in the lock file. */
export const mapUnits = {
  depth: { unit: 1 / 2048, offset: 0, nothing: 0 },
  normals: { unit: 1 / 127, offset: -128 / 127, nothing: 128 },
} as const;

/** Depth in 16 bits, `value * unit + offset` scene units from the camera along its axis; 0 beside the object. */
export function depthPng({ depth }: Geometry, width: number, height: number): Uint8Array {
  const values = Buffer.alloc(depth.length * 2);
  depth.forEach((distance, pixel) => {
    const value = Number.isFinite(distance) ? Math.round(distance / mapUnits.depth.unit) : 0;
    values.writeUInt16BE(Math.min(65_535, value), pixel * 2);
  });
  return pngFile({ width, height, channels: 1, bits: 16, data: values });
}

/** Normals in RGB, each axis as `value * unit + offset`; 128 in all three beside the object. */
export function normalsPng({ normals }: Geometry, width: number, height: number): Uint8Array {
  const data = Uint8Array.from(normals, (component) => Math.round(128 + 127 * component));
  return pngFile({ width, height, channels: 3, bits: 8, data });
}
