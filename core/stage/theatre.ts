import { Group, MathUtils, type Object3D, PerspectiveCamera, Scene } from 'three';
import type { Picture } from '../contracts/pictures.ts';
import type { Stage } from '../contracts/renderer.ts';
import type { Latents } from './latents.ts';
import { createLights } from './lights.ts';

/** What one picture shows. */
export interface Setting {
  /** In its canonical pose, as an `ObjectSource` gives it; stays in the scene until the next setting. */
  readonly object: Object3D;
  readonly latents: Latents;
  /** Exactly as large as the picture; `undefined` leaves uniform grey. */
  readonly background: Picture | undefined;
}

/** A camera and lights that stay, before which one object after the other is set. */
export interface Theatre {
  /** The stage with this setting, valid until the next call. */
  set(setting: Setting): Stage;
}

const cameraDistance = 20;
const sceneHeight = 3;
const reach = 10;

/**
 * A theatre with the geometry of HvM (Yamins et al. 2014): a camera 20 units away from a scene 3 units high.
 * @param width picture width in pixels
 * @param height picture height in pixels
 */
export function createTheatre(width: number, height: number): Theatre {
  const scene = new Scene();
  const pivot = new Group();
  scene.add(pivot, ...createLights());
  const camera = createCamera(width / height);
  return {
    set: ({ object, latents, background }) => {
      requireSize(background, width, height);
      pose(pivot, latents);
      if (object.parent !== pivot) pivot.clear().add(object);
      return { scene, camera, background, width, height };
    },
  };
}

/** A stage for a single picture; for many pictures one theatre is faster. */
export function setStage(setting: Setting & { readonly width: number; readonly height: number }): Stage {
  return createTheatre(setting.width, setting.height).set(setting);
}

function createCamera(aspect: number): PerspectiveCamera {
  const fieldOfView = MathUtils.radToDeg(2 * Math.atan(sceneHeight / 2 / cameraDistance));
  const camera = new PerspectiveCamera(fieldOfView, aspect, cameraDistance - reach, cameraDistance + reach);
  camera.position.z = cameraDistance;
  camera.updateMatrixWorld();
  return camera;
}

/** Yaw, then pitch, then roll, about axes that stay with the camera. */
function pose(pivot: Group, { s, ty, tz, rxy, rxz, ryz }: Latents): void {
  const { degToRad } = MathUtils;
  pivot.position.set(ty, tz, 0);
  pivot.rotation.set(degToRad(rxz), degToRad(rxy), degToRad(ryz), 'ZXY');
  pivot.scale.setScalar(s);
}

function requireSize(background: Picture | undefined, width: number, height: number): void {
  if (!background || (background.width === width && background.height === height)) return;
  throw new RangeError(
    `the background is ${background.width} x ${background.height}, the picture ${width} x ${height}`,
  );
}
