import { type Half, halfOf, streamOfHalf } from '../../core/backgrounds/part.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import { lightAround } from './light-around.ts';
import type { LandscapeOptions } from './options.ts';
import { paint } from './paint.ts';
import { drawScenery, type Scenery } from './scenery.ts';
import { createWorld, type World } from './world.ts';

/** An id means the same landscape in every scene, whatever the seed. */
const seed = 'landscape-backgrounds';

export function createLandscapeBackgrounds({ part }: LandscapeOptions): BackgroundSource {
  const random = createRandomStreams(seed);
  const worlds = new Map<Half, World>();
  const worldOf = (backgroundId: string) => {
    const half = halfOf(backgroundId, part, random);
    const world = worlds.get(half) ?? createWorld(half, random.scope('worlds'));
    worlds.set(half, world);
    return world;
  };
  const sceneryOf = (backgroundId: string) =>
    drawScenery(streamOfHalf(backgroundId, part, random), worldOf(backgroundId));
  return {
    picture: async (backgroundId, width, height) =>
      paint(sceneryOf(backgroundId), worldOf(backgroundId), width, height),
    describe: (backgroundId) => describeScenery(sceneryOf(backgroundId)),
    illumination: async (backgroundId) => ({ harmonics: lightAround(sceneryOf(backgroundId)) }),
  };
}

function describeScenery(scenery: Scenery): Readonly<Record<string, string | number>> {
  return {
    country: scenery.biome,
    sun_elevation: scenery.sunElevation,
    sun_azimuth: scenery.sunAzimuth,
    cloud_cover: Math.min(1, scenery.sky.clouds.cover),
    visibility: scenery.visibility,
    skyline: scenery.skylineRow,
    eye_level: scenery.eyeLevel,
    field_of_view: (360 / Math.PI) * Math.atan(scenery.halfWidth),
    far_relief: scenery.ground.far.relief,
    plants: scenery.plants.length,
  };
}
