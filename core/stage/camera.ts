import { MathUtils, type Object3D, PerspectiveCamera } from 'three';
import type { Latents } from './latents.ts';

const cameraDistance = 20;
const sceneHeight = 3;
const reach = 10;

/** The camera of HvM (Yamins et al. 2014): 20 units away from a scene 3 units high. */
export function createCamera(aspect: number): PerspectiveCamera {
  const fieldOfView = MathUtils.radToDeg(2 * Math.atan(sceneHeight / 2 / cameraDistance));
  const camera = new PerspectiveCamera(fieldOfView, aspect, cameraDistance - reach, cameraDistance + reach);
  camera.position.z = cameraDistance;
  camera.updateMatrixWorld();
  return camera;
}

/** Yaw, then pitch, then roll, about axes that stay with the camera. */
export function pose(pivot: Object3D, { s, ty, tz, rxy, rxz, ryz }: Latents): void {
  const { degToRad } = MathUtils;
  pivot.position.set(ty, tz, 0);
  pivot.rotation.set(degToRad(rxz), degToRad(rxy), degToRad(ryz), 'ZXY');
  pivot.scale.setScalar(s);
}
