import type { Fragment } from './fragment.ts';
import * as at from './fragment.ts';
import { irradianceAt } from './irradiance.ts';
import { directedStride, type Lighting } from './lighting.ts';
import { readSpecularAlbedo } from './specular-albedo.ts';

const { PI, max, min, sqrt } = Math;

const dielectric = 0.04;
const smallestRoughness = 0.045;

const albedo = new Float64Array(2);

/**
 * Adds the light that a place reflects to the viewer to `light[0..2]`: Lambert's diffuse and GGX's specular reflection
 * (Walter et al. 2007; height-correlated Smith term, Heitz 2014; Fresnel term, Schlick 1994), with light scattered more
 * than once made good (Turquin 2019; Fdez-Agüera 2019): the model of three.js' standard material.
 */
export function reflect(fragment: Fragment, { directed, irradiance }: Lighting, light: Float64Array): void {
  const red = fragment[at.red];
  const green = fragment[at.green];
  const blue = fragment[at.blue];
  const normalX = fragment[at.normalX];
  const normalY = fragment[at.normalY];
  const normalZ = fragment[at.normalZ];
  const viewX = fragment[at.viewX];
  const viewY = fragment[at.viewY];
  const viewZ = fragment[at.viewZ];
  const metalness = fragment[at.metalness];
  const roughness = min(1, max(smallestRoughness, fragment[at.roughness]) + fragment[at.bend]);
  const facing = clip(normalX * viewX + normalY * viewY + normalZ * viewZ);
  const alpha = roughness * roughness;
  const square = alpha * alpha;
  const diffuse = (1 - metalness) / PI;
  const straightRed = dielectric + (red - dielectric) * metalness;
  const straightGreen = dielectric + (green - dielectric) * metalness;
  const straightBlue = dielectric + (blue - dielectric) * metalness;
  readSpecularAlbedo(roughness, facing, albedo);
  const scale = albedo[0];
  const bias = albedo[1];
  const lost = 1 / (scale + bias) - 1;
  const viewRoot = sqrt(square + (1 - square) * facing * facing);

  for (let lamp = 0; lamp < directed.length; lamp += directedStride) {
    const x = directed[lamp];
    const y = directed[lamp + 1];
    const z = directed[lamp + 2];
    const incidence = normalX * x + normalY * y + normalZ * z;
    if (incidence <= 0) continue;
    const halfX = x + viewX;
    const halfY = y + viewY;
    const halfZ = z + viewZ;
    const half = 1 / sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ);
    const tilt = clip((normalX * halfX + normalY * halfY + normalZ * halfZ) * half);
    const fresnel = fifthPower(1 - clip((viewX * halfX + viewY * halfY + viewZ * halfZ) * half));
    const lightRoot = sqrt(square + (1 - square) * incidence * incidence);
    const visibility = 0.5 / max(1e-6, incidence * viewRoot + facing * lightRoot);
    const spread = 1 - tilt * tilt * (1 - square);
    const specular = (visibility * square) / (spread * spread * PI);
    const matte = diffuse * (1 - dielectric - (1 - dielectric) * fresnel);
    light[0] +=
      incidence * directed[lamp + 3] * (red * matte + glossy(straightRed, fresnel, lost) * specular);
    light[1] +=
      incidence * directed[lamp + 4] * (green * matte + glossy(straightGreen, fresnel, lost) * specular);
    light[2] +=
      incidence * directed[lamp + 5] * (blue * matte + glossy(straightBlue, fresnel, lost) * specular);
  }

  const soft = diffuse * (1 - scatteredAlbedo(scale, bias));
  light[0] += irradianceAt(irradiance, 0, normalX, normalY, normalZ) * red * soft;
  light[1] += irradianceAt(irradiance, 1, normalX, normalY, normalZ) * green * soft;
  light[2] += irradianceAt(irradiance, 2, normalX, normalY, normalZ) * blue * soft;
}

function glossy(straight: number, fresnel: number, lost: number): number {
  return (straight + (1 - straight) * fresnel) * (1 + straight * lost);
}

/** Share of diffuse light that a dielectric's specular lobe takes, scattered once or more often. */
function scatteredAlbedo(scale: number, bias: number): number {
  const once = dielectric * scale + bias;
  const missing = 1 - scale - bias;
  const average = dielectric + (1 - dielectric) / 21;
  return once + (once * average * missing) / (1 - missing * average);
}

function fifthPower(value: number): number {
  const square = value * value;
  return square * square * value;
}

function clip(value: number): number {
  return min(1, max(0, value));
}
