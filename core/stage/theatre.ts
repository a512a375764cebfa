import { Group, type Object3D, Scene } from 'three';
import type { Picture } from '../contracts/pictures.ts';
import type { Stage } from '../contracts/renderer.ts';
import { createCamera, pose } from './camera.ts';
import type { Latents } from './latents.ts';
import { createLights, type Lighting } from './lights.ts';

/** What one picture shows. */
export interface Setting {
  /** In its canonical pose, as an `ObjectSource` gives it; stays in the scene until the next setting. */
  readonly object: Object3D;
  readonly latents: Latents;
  /** Exactly as large as the picture; `undefined` leaves uniform grey. */
  readonly background: Picture | undefined;
  /** `fixed` by default. */
  readonly lighting?: Lighting;
}

/** A camera and lights that stay, before which one object after the other is set. */
export interface Theatre {
  /** The stage with this setting, valid until the next call. */
  set(setting: Setting): Stage;
}

/**
 * A theatre with the geometry of HvM.
 * @param width picture width in pixels
 * @param height picture height in pixels
 */
export function createTheatre(width: number, height: number): Theatre {
  const scene = new Scene();
  const pivot = new Group();
  const lights = createLights();
  scene.add(pivot, ...lights.lights);
  const camera = createCamera(width / height);
  return {
    set: ({ object, latents, background, lighting = 'fixed' }) => {
      requireSize(background, width, height);
      pose(pivot, latents);
      lights.set(lighting);
      if (object.parent !== pivot) pivot.clear().add(object);
      return { scene, camera, background, width, height };
    },
  };
}

/** A stage for a single picture; for many pictures one theatre is faster. */
export function setStage(setting: Setting & { readonly width: number; readonly height: number }): Stage {
  return createTheatre(setting.width, setting.height).set(setting);
}

function requireSize(background: Picture | undefined, width: number, height: number): void {
  if (!background || (background.width === width && background.height === height)) return;
  throw new RangeError(
    `the background is ${background.width} x ${background.height}, the picture ${width} x ${height}`,
  );
}
