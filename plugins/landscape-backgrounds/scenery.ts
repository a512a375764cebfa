import type { RandomStream } from '../../core/contracts/random.ts';
import { type Biome, biomes, type Growth, type Range } from './biomes.ts';
import { type Colour, colourOf, mix, times } from './colour.ts';
import { daylightAt } from './daylight.ts';
import type { Cover } from './ground.ts';
import { mapSide, type NoiseMap } from './noise-map.ts';
import { perKind } from './plants.ts';
import type { Clouds, Sky } from './sky.ts';
import { type Ground, heightAt, type Layer, type Sun } from './terrain.ts';
import type { Plant } from './vegetation.ts';
import type { World } from './world.ts';

/** Everything that is drawn for one landscape. */
export interface Scenery {
  readonly biome: string;
  /** Degrees above the horizon, and to the right of the middle of the picture. */
  readonly sunElevation: number;
  readonly sunAzimuth: number;
  readonly sky: Sky;
  readonly ground: Ground;
  readonly cover: Cover;
  readonly roughness: number;
  readonly visibility: number;
  readonly plants: readonly Plant[];
  /** Tangent of half the horizontal angle of view of a square picture. */
  readonly halfWidth: number;
  /** Metres of the camera above its ground. */
  readonly eyeLevel: number;
  /** Row of the skyline, as a share of the picture's height. */
  readonly skylineRow: number;
}

const radians = Math.PI / 180;

export function drawScenery(random: RandomStream, world: World): Scenery {
  const biomeName = random.pick(Object.keys(biomes));
  const biome = biomes[biomeName];
  const sunElevation = random.uniform() < 0.4 ? random.uniform(-5, 12) : random.uniform(12, 62);
  const sunAzimuth = random.uniform(-180, 180);
  const clouds = drawClouds(random);
  const sun = sunAt(sunElevation, sunAzimuth);
  const daylight = daylightAt(sunElevation, clouds.cover);
  const halfWidth = Math.tan((random.uniform(45, 78) / 2) * radians);
  const eyeLevel = Math.exp(random.uniform(Math.log(1.6), Math.log(random.uniform() < 0.3 ? 45 : 4)));
  const ground = drawGround(random, biome, world);
  return {
    biome: biomeName,
    sunElevation,
    sunAzimuth,
    sky: { daylight, sun, clouds },
    ground,
    cover: drawCover(random, biome, ground),
    roughness: random.uniform(0.05, 1),
    visibility: Math.exp(
      random.uniform() < 0.15
        ? random.uniform(Math.log(700), Math.log(4000))
        : random.uniform(Math.log(7000), Math.log(60_000)),
    ),
    plants: biome.growth.flatMap((growth) => drawPlants(random, growth, halfWidth, sun)),
    halfWidth,
    eyeLevel,
    skylineRow: random.uniform(0.24, 0.62),
  };
}

function drawClouds(random: RandomStream): Clouds {
  const kind = random.weighted([0.15, 0.45, 0.25, 0.15]);
  const cover = [
    random.uniform(0, 0.08),
    random.uniform(0.25, 0.6),
    random.uniform(0.2, 0.6),
    random.uniform(0.75, 1.1),
  ][kind];
  const softness = [0.3, random.uniform(0.1, 0.25), random.uniform(0.35, 0.7), random.uniform(0.4, 0.7)][
    kind
  ];
  const along = random.uniform(16, 44);
  return {
    cover,
    softness,
    along,
    across: along * (kind === 2 ? random.uniform(0.15, 0.4) : random.uniform(0.8, 1.3)),
    turn: random.uniform(0, 2 * Math.PI),
    u: random.uniform(0, mapSide),
    v: random.uniform(0, mapSide),
  };
}

function sunAt(elevation: number, azimuth: number): Sun {
  return {
    right: Math.sin(azimuth * radians),
    ahead: Math.cos(azimuth * radians),
    sine: Math.sin(elevation * radians),
    cosine: Math.cos(elevation * radians),
  };
}

function drawGround(random: RandomStream, biome: Biome, world: World): Ground {
  const within = ([low, high]: Range) => random.uniform(low, high);
  const nearRelief = within(biome.nearRelief);
  const near = drawLayer(
    random,
    biome.farShape === 'crests' && biome.bareSlope > 8 ? world.crests : world.hills,
    nearRelief,
    nearRelief / random.uniform(10, 22),
  );
  const relief = within(biome.farRelief);
  const far = drawLayer(random, world[biome.farShape], relief, relief / random.uniform(22, 45));
  const water = within(biome.water);
  return {
    near,
    far,
    farStart: within(biome.farStart),
    waterLevel: water > 0.02 ? water * nearRelief : Number.NEGATIVE_INFINITY,
  };
}

function drawLayer(random: RandomStream, map: NoiseMap, relief: number, texel: number): Layer {
  const turn = random.uniform(0, 2 * Math.PI);
  return {
    map,
    relief,
    cosine: Math.cos(turn) / texel,
    sine: Math.sin(turn) / texel,
    u: random.uniform(0, mapSide),
    v: random.uniform(0, mapSide),
  };
}

function drawCover(random: RandomStream, biome: Biome, ground: Ground): Cover {
  const tinted = (code: string) => tint(random, colourOf(code));
  const [one, other] = random.pick(biome.soils);
  const soils: readonly [Colour, Colour] = [tinted(one), tinted(other)];
  const snow = random.uniform(biome.snow[0], biome.snow[1]);
  const pathed = random.uniform() < 0.25;
  return {
    soils,
    rock: tinted(random.pick(biome.rocks)),
    bareSlope: biome.bareSlope * random.uniform(0.8, 1.25),
    wood: tinted(random.pick(biome.woodColours)),
    woods: random.uniform(biome.woods[0], biome.woods[1]),
    snowLine: snow > 1.5 ? Number.POSITIVE_INFINITY : snow * (ground.far.relief + ground.near.relief),
    fields: biome.fields ? [...soils, ...['#c9b04a', '#6d8a3a', '#a88a54', '#8f9f4a'].map(tinted)] : [],
    fieldSize: [random.uniform(50, 160), random.uniform(40, 140)],
    path: {
      half: pathed ? random.uniform(0.7, 2.2) : 0,
      swing: random.uniform(2, 12),
      bend: random.uniform(0.008, 0.03),
      start: random.uniform(-4, 4),
    },
    u: random.uniform(0, mapSide),
    v: random.uniform(0, mapSide),
  };
}

/** Another shade of a colour. */
function tint(random: RandomStream, colour: Colour): Colour {
  const shade: Colour = [random.uniform(0.85, 1.18), random.uniform(0.9, 1.1), random.uniform(0.8, 1.2)];
  return times(mix(colour, times(colour, shade), 0.8), random.uniform(0.8, 1.15));
}

function drawPlants(random: RandomStream, growth: Growth, halfWidth: number, sun: Sun): Plant[] {
  const count = Math.round(growth.count[0] + (growth.count[1] - growth.count[0]) * random.uniform() ** 1.6);
  const colour = tint(random, colourOf(random.pick(growth.colours)));
  const small = growth.height[1] < 4;
  const [nearest, farthest] = small ? [2.5, 60] : [24, 450];
  return Array.from({ length: count }, () => {
    const ahead = Math.exp(random.uniform(Math.log(nearest), Math.log(farthest)));
    return {
      kind: growth.kind,
      number: random.integer(perKind),
      right: random.uniform(-1.15, 1.15) * halfWidth * ahead,
      ahead,
      height: random.uniform(growth.height[0], growth.height[1]),
      colour: times(colour, random.uniform(0.8, 1.2)),
      mirror: sun.right > 0,
    };
  });
}

/** Metres of the camera above sea level: above its ground, and above water by at least its eye level. */
export function altitudeOf({ ground, eyeLevel }: Scenery): number {
  return Math.max(heightAt(ground, 0, 0), heightAt(ground, 0, 6), ground.waterLevel) + eyeLevel;
}
