import type { Lighting } from './lighting.ts';

/** A point of a surface, seen and lit. Colours are linear light, directions unit vectors in world space. */
export interface SurfacePoint {
  red: number;
  green: number;
  blue: number;
  roughness: number;
  metalness: number;
  normalX: number;
  normalY: number;
  normalZ: number;
  viewX: number;
  viewY: number;
  viewZ: number;
}

const dielectric = 0.04;
const smallestRoughness = 0.045;

/**
 * Adds the light that a point reflects to the viewer to `light[0..2]`: Lambert's diffuse and GGX's specular reflection
 * (Walter et al. 2007; height-correlated Smith term, Heitz 2014; Fresnel term, Schlick 1994), with light scattered more
 * than once made good (Turquin 2019; Fdez-Agüera 2019): the model of three.js' standard material.
 */
export function reflect(
  point: SurfacePoint,
  { directed, skies, ambient }: Lighting,
  light: Float64Array,
): void {
  const { red, green, blue, metalness, normalX, normalY, normalZ, viewX, viewY, viewZ } = point;
  const roughness = Math.max(smallestRoughness, point.roughness);
  const facing = clip(normalX * viewX + normalY * viewY + normalZ * viewZ);
  const alpha = roughness * roughness;
  const square = alpha * alpha;
  const diffuse = (1 - metalness) / Math.PI;
  const straightRed = dielectric + (red - dielectric) * metalness;
  const straightGreen = dielectric + (green - dielectric) * metalness;
  const straightBlue = dielectric + (blue - dielectric) * metalness;
  const rim = rimOf(roughness, facing);
  const scale = 1.04 - 0.572 * roughness - 1.04 * rim;
  const bias = 1.04 * rim - 0.04 + 0.022 * roughness;
  const lost = 1 / (scale + bias) - 1;
  const viewRoot = Math.sqrt(square + (1 - square) * facing * facing);

  for (const { direction, colour } of directed) {
    const incidence = normalX * direction.x + normalY * direction.y + normalZ * direction.z;
    if (incidence <= 0) continue;
    const halfX = direction.x + viewX;
    const halfY = direction.y + viewY;
    const halfZ = direction.z + viewZ;
    const half = 1 / Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ);
    const tilt = clip((normalX * halfX + normalY * halfY + normalZ * halfZ) * half);
    const fresnel = fifthPower(1 - clip((viewX * halfX + viewY * halfY + viewZ * halfZ) * half));
    const lightRoot = Math.sqrt(square + (1 - square) * incidence * incidence);
    const visibility = 0.5 / Math.max(1e-6, incidence * viewRoot + facing * lightRoot);
    const spread = 1 - tilt * tilt * (1 - square);
    const specular = (visibility * square) / (spread * spread * Math.PI);
    const matte = diffuse * (1 - dielectric - (1 - dielectric) * fresnel);
    light[0] += incidence * colour.r * (red * matte + glossy(straightRed, fresnel, lost) * specular);
    light[1] += incidence * colour.g * (green * matte + glossy(straightGreen, fresnel, lost) * specular);
    light[2] += incidence * colour.b * (blue * matte + glossy(straightBlue, fresnel, lost) * specular);
  }

  const soft = diffuse * (1 - scatteredAlbedo(scale, bias));
  light[0] += ambient.r * red * soft;
  light[1] += ambient.g * green * soft;
  light[2] += ambient.b * blue * soft;
  for (const { up, sky, ground } of skies) {
    const share = 0.5 + 0.5 * (normalX * up.x + normalY * up.y + normalZ * up.z);
    light[0] += (ground.r + (sky.r - ground.r) * share) * red * soft;
    light[1] += (ground.g + (sky.g - ground.g) * share) * green * soft;
    light[2] += (ground.b + (sky.b - ground.b) * share) * blue * soft;
  }
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
  const fall = Math.min(smoothness * smoothness, Math.exp(-9.28 * Math.LN2 * facing));
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
  return Math.min(1, Math.max(0, value));
}
