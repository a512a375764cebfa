import type { Fragment } from './fragment.ts';
import * as at from './fragment.ts';
import { irradianceAt } from './irradiance.ts';
import { directedStride, type Lighting } from './lighting.ts';

const { LN2, PI, exp, max, min, sqrt } = Math;

const dielectric = 0.04;
const smallestRoughness = 0.045;

/** 2 to the power of -9.28 times the cosine between normal and viewer, which has this many steps. */
const steps = 1024;
const rimFall = Float64Array.from({ length: steps + 1 }, (_, step) => exp((-9.28 * LN2 * step) / steps));

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
  const rim = rimOf(roughness, facing);
  const scale = 1.04 - 0.572 * roughness - 1.04 * rim;
  const bias = 1.04 * rim - 0.04 + 0.022 * roughness;
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

/**
 * The specular lobe reflects `scale` times the reflectance at normal incidence plus `bias`; both are linear in this
 * term (Karis 2014, Physically based shading on mobile).
 */
function rimOf(roughness: number, facing: number): number {
  const smoothness = 1 - roughness;
  const fall = min(smoothness * smoothness, rimFall[(facing * steps + 0.5) | 0]);
  return fall * smoothness + 0.0425 - 0.0275 * roughness;
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
