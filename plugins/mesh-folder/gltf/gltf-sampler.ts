import type { TextureInfo } from '@gltf-transform/core';
import type { Transform } from '@gltf-transform/extensions';
import {
  ClampToEdgeWrapping,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearMipmapNearestFilter,
  Matrix3,
  MirroredRepeatWrapping,
  NearestFilter,
  NearestMipmapLinearFilter,
  NearestMipmapNearestFilter,
  RepeatWrapping,
} from 'three';
import type { Sampler } from '../textures.ts';

const wrappings = {
  10497: RepeatWrapping,
  33071: ClampToEdgeWrapping,
  33648: MirroredRepeatWrapping,
} as const;

const magnifications = { 9728: NearestFilter, 9729: LinearFilter } as const;

const minifications = {
  ...magnifications,
  9984: NearestMipmapNearestFilter,
  9985: LinearMipmapNearestFilter,
  9986: NearestMipmapLinearFilter,
  9987: LinearMipmapLinearFilter,
} as const;

/** The constants of glTF as those of three.js. */
export function samplerOf(info: TextureInfo): Sampler {
  return {
    wrapS: wrappings[info.getWrapS()],
    wrapT: wrappings[info.getWrapT()],
    magFilter: magnifications[info.getMagFilter() ?? 9729],
    minFilter: minifications[info.getMinFilter() ?? 9987],
  };
}

/** Which set of texture coordinates is used. */
export function coordinateSetOf(info: TextureInfo): number {
  return transformOf(info)?.getTexCoord() ?? info.getTexCoord();
}

/** Offset, rotation and scale of texture coordinates (KHR_texture_transform), if there are any. */
export function coordinateMatrixOf(info: TextureInfo): Matrix3 | undefined {
  const transform = transformOf(info);
  if (!transform) return undefined;
  const [x, y] = transform.getOffset();
  const [width, height] = transform.getScale();
  const [cosine, sine] = [Math.cos(transform.getRotation()), Math.sin(transform.getRotation())];
  return new Matrix3(cosine * width, sine * height, x, -sine * width, cosine * height, y, 0, 0, 1);
}

function transformOf(info: TextureInfo): Transform | null {
  return info.getExtension<Transform>('KHR_texture_transform');
}
