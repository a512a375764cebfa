import type { Picture } from '../../core/contracts/pictures.ts';
import { developed } from './develop.ts';
import { paintGround } from './ground.ts';
import { altitudeOf, type Scenery } from './scenery.ts';
import { horizonLight, paintSky } from './sky.ts';
import { type Camera, skyline, survey } from './terrain.ts';
import { paintPlants } from './vegetation.ts';
import { paintWater } from './water.ts';
import type { World } from './world.ts';

export function paint(scenery: Scenery, world: World, width: number, height: number): Picture {
  const { ground, sky, cover, visibility, plants, roughness } = scenery;
  const camera = cameraOf(scenery, width, height);
  const relief = survey(ground, sky.sun, camera);
  const air = horizonLight(sky, camera);
  const light = new Float32Array(width * height * 3);
  paintSky(sky, air, camera, relief.depth, world.patches, light);
  paintGround(cover, sky, air, visibility, camera, relief, world, light);
  paintWater({ level: ground.waterLevel, roughness }, sky, air, camera, relief, world.grain, light);
  paintPlants(plants, world.plants, ground, sky, visibility, camera, relief.depth, light);
  return { width, height, data: developed(light) };
}

function cameraOf(scenery: Scenery, width: number, height: number): Camera {
  const { ground, halfWidth, skylineRow } = scenery;
  const focal = Math.max(width, height) / 2 / halfWidth;
  const altitude = altitudeOf(scenery);
  const raised = skylineRow * height + focal * skyline(ground, halfWidth, altitude);
  return { width, height, focal, altitude, horizon: Math.min(0.92 * height, Math.max(0.1 * height, raised)) };
}
