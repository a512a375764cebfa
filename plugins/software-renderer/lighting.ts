import {
  AmbientLight,
  type Color,
  DirectionalLight,
  HemisphereLight,
  LightProbe,
  type Matrix4,
  type Object3D,
  Vector3,
} from 'three';
import { Irradiance } from './irradiance.ts';

/** The lights of a scene as the camera sees them (+x right, +y up, +z towards the camera). */
export interface Lighting {
  /** Lights from one direction each, `[lights, 6]`: unit vector towards the light, linear red, green, blue. */
  readonly directed: Float64Array;
  /** Light from all around, see `irradianceAt`. */
  readonly irradiance: Float64Array;
}

/** Numbers per directed light. */
export const directedStride = 6;

/** Every visible light below a root whose world matrices are up to date. */
export function collectLighting(root: Object3D, worldToView: Matrix4): Lighting {
  const directed: number[] = [];
  const irradiance = new Irradiance();
  root.traverseVisible((light) => {
    if (light instanceof DirectionalLight && light.intensity > 0)
      directed.push(
        ...positionOf(light).sub(positionOf(light.target)).transformDirection(worldToView),
        ...scaled(light.color, light.intensity),
      );
    if (light instanceof AmbientLight) irradiance.addEven(scaled(light.color, light.intensity));
    if (light instanceof HemisphereLight)
      irradiance.addHemisphere(
        positionOf(light).normalize(),
        scaled(light.color, light.intensity),
        scaled(light.groundColor, light.intensity),
      );
    if (light instanceof LightProbe) irradiance.addHarmonics(light.sh.coefficients, light.intensity);
  });
  return { directed: Float64Array.from(directed), irradiance: irradiance.factors(worldToView) };
}

function positionOf(object: Object3D): Vector3 {
  return new Vector3().setFromMatrixPosition(object.matrixWorld);
}

function scaled(colour: Color, by: number): Color {
  return colour.clone().multiplyScalar(by);
}
