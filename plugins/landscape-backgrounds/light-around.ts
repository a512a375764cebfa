import { forEachTexel, harmonicsOf, type LightMap } from '../../core/backgrounds/light.ts';
import { type Colour, mix, plus, times } from './colour.ts';
import { compressed } from './develop.ts';
import type { Scenery } from './scenery.ts';
import { clearSky } from './sky.ts';

const [width, height] = [16, 8];
/** Brighter than any sky. */
const white = 2;

/** Light of sky, sun and ground on an object before the landscape, in the order of `Illumination.harmonics`. */
export function lightAround(scenery: Scenery): Float64Array {
  const map: LightMap = { width, height, data: new Float32Array(width * height * 3) };
  const ground = groundLight(scenery);
  const { sun, daylight } = scenery.sky;
  let sunlit = { texel: 0, cosine: -1, solidAngle: 1 };
  forEachTexel(width, height, (texel, { x, y, z }, solidAngle) => {
    const level = Math.hypot(x, z);
    const towards = (x * sun.right - z * sun.ahead) / level;
    map.data.set(y < 0 ? ground : skyLight(scenery, y / level, towards), 3 * texel);
    const cosine = level * towards * sun.cosine + y * sun.sine;
    if (y > 0 && cosine > sunlit.cosine) sunlit = { texel, cosine, solidAngle };
  });
  for (let channel = 0; channel < 3; channel++)
    map.data[3 * sunlit.texel + channel] += (Math.PI * daylight.sun[channel]) / sunlit.solidAngle;
  return harmonicsOf(map, white, compressed);
}

function skyLight({ sky: { daylight, clouds } }: Scenery, elevation: number, towards: number): Colour {
  const cloud = plus(times(daylight.sky, 0.93), times(daylight.sun, 0.25));
  return mix(clearSky(daylight, elevation, towards), cloud, Math.min(1, clouds.cover));
}

function groundLight({ sky: { daylight, sun }, cover }: Scenery): Colour {
  const soil = mix(cover.soils[0], cover.soils[1], 0.5);
  return times(soil, plus(daylight.sky, times(daylight.sun, Math.max(0, sun.sine))));
}
