import { SphericalHarmonics3, Vector3 } from 'three';

/** Equirectangular picture of linear light, `[height, width, 3]`, top row first; the middle column lies ahead (-z). */
export interface LightMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

const coefficients = 27;
/** Flux of what is brighter than display white, the sun above all, over the flux of all the rest. */
const strongestSun = 0.5;
/** Rec. 709 luminance. */
const luminanceWeights = [0.2126, 0.7152, 0.0722] as const;

export function luminance(red: number, green: number, blue: number): number {
  return luminanceWeights[0] * red + luminanceWeights[1] * green + luminanceWeights[2] * blue;
}

/**
 * Light on an object before a picture of these surroundings, as spherical harmonics in the order of
 * `Illumination.harmonics`. No sun outshines the rest, and the mean is displayed like that of the picture.
 * @param white light from which on something is a lamp or a sun.
 * @param curve displayed light of exposed light.
 */
export function harmonicsOf(map: LightMap, white: number, curve: (light: number) => number): Float64Array {
  const harmonics = projected(withTamedSun(map, white));
  const mean = meanLuminance(harmonics);
  return mean > 0 ? harmonics.map((value) => (value * curve(mean)) / mean) : harmonics;
}

/** Mean luminance over the sphere. */
export function meanLuminance(harmonics: ArrayLike<number>): number {
  return luminance(harmonics[0], harmonics[1], harmonics[2]) / Math.sqrt(4 * Math.PI);
}

function projected({ width, height, data }: LightMap): Float64Array {
  const harmonics = new Float64Array(coefficients);
  forEachTexel(width, height, (texel, direction, solidAngle) => {
    addLight(harmonics, direction, solidAngle, data.subarray(3 * texel, 3 * texel + 3));
  });
  return harmonics;
}

/** What exceeds `white` keeps its place and colour, but its flux is limited to half of what remains below. */
function withTamedSun(map: LightMap, white: number): LightMap {
  const { width, height, data } = map;
  let [excess, rest] = [0, 0];
  forEachTexel(width, height, (texel, _direction, solidAngle) => {
    const light = luminance(data[3 * texel], data[3 * texel + 1], data[3 * texel + 2]);
    excess += solidAngle * Math.max(0, light - white);
    rest += solidAngle * Math.min(light, white);
  });
  const kept = Math.min(1, (strongestSun * rest) / Math.max(excess, 1e-12));
  const tamed = data.slice();
  for (let at = 0; at < tamed.length; at += 3) {
    const light = luminance(data[at], data[at + 1], data[at + 2]);
    if (light <= white) continue;
    for (let channel = at; channel < at + 3; channel++)
      tamed[channel] *= (white + kept * (light - white)) / light;
  }
  return { width, height, data: tamed };
}

/** How a camera stands in the light: angles in radians. */
export interface Heading {
  /** To the right of the middle column. */
  readonly azimuth: number;
  /** Above the horizon. */
  readonly pitch: number;
  /** Whether its picture shows left and right exchanged. */
  readonly mirror: boolean;
}

/** The light as a camera of this heading sees it. */
export function seenFrom(harmonics: ArrayLike<number>, { azimuth, pitch, mirror }: Heading): Float64Array {
  const seen = new Float64Array(coefficients);
  const light = new Float64Array(3);
  for (const [x, y, z] of icosahedron) {
    const direction = new Vector3(mirror ? -x : x, y, z)
      .applyAxisAngle(new Vector3(1, 0, 0), pitch)
      .applyAxisAngle(new Vector3(0, 1, 0), -azimuth);
    lightFrom(harmonics, direction, light);
    addLight(seen, new Vector3(x, y, z), (4 * Math.PI) / icosahedron.length, light);
  }
  return seen;
}

const golden = (1 + Math.sqrt(5)) / 2;
const radius = Math.hypot(1, golden);

/** Corners on the unit sphere: a spherical 5-design, so that sums over them integrate products of two harmonics exactly. */
const icosahedron = [-1, 1].flatMap((one) =>
  [-golden, golden].flatMap((other) => {
    const [a, b] = [one / radius, other / radius];
    return [
      [0, a, b],
      [a, b, 0],
      [b, 0, a],
    ] as const;
  }),
);

/** Radiance from a direction, read from harmonics. */
function lightFrom(harmonics: ArrayLike<number>, direction: Vector3, into: Float64Array): void {
  const basis = basisAt(direction);
  for (let channel = 0; channel < 3; channel++)
    into[channel] = basis.reduce((sum, value, order) => sum + value * harmonics[3 * order + channel], 0);
}

function addLight(
  harmonics: Float64Array,
  direction: Vector3,
  solidAngle: number,
  light: ArrayLike<number>,
): void {
  basisAt(direction).forEach((value, order) => {
    for (let channel = 0; channel < 3; channel++)
      harmonics[3 * order + channel] += value * solidAngle * light[channel];
  });
}

function basisAt(direction: Vector3): number[] {
  const basis: number[] = [];
  SphericalHarmonics3.getBasisAt(direction, basis);
  return basis;
}

/** Visits every texel of an equirectangular map with its direction and solid angle. */
export function forEachTexel(
  width: number,
  height: number,
  visit: (texel: number, direction: Vector3, solidAngle: number) => void,
): void {
  for (let y = 0; y < height; y++) {
    const latitude = Math.PI * (0.5 - (y + 0.5) / height);
    const band = Math.sin(latitude + Math.PI / (2 * height)) - Math.sin(latitude - Math.PI / (2 * height));
    for (let x = 0; x < width; x++) {
      const longitude = 2 * Math.PI * ((x + 0.5) / width - 0.5);
      const direction = new Vector3(
        Math.cos(latitude) * Math.sin(longitude),
        Math.sin(latitude),
        -Math.cos(latitude) * Math.cos(longitude),
      );
      visit(y * width + x, direction, (band * 2 * Math.PI) / width);
    }
  }
}
