import { AmbientLight, Color, DirectionalLight, HemisphereLight, type Object3D, Vector3 } from 'three';

interface DirectedLight {
  readonly direction: Vector3;
  readonly colour: Color;
}

interface SkyLight {
  readonly up: Vector3;
  readonly sky: Color;
  readonly ground: Color;
}

/** The lights of a scene: ambient, hemisphere and directional ones. */
export interface Lighting {
  readonly directed: readonly DirectedLight[];
  readonly skies: readonly SkyLight[];
  readonly ambient: Color;
}

/** Every visible light below a root whose world matrices are up to date. */
export function collectLighting(root: Object3D): Lighting {
  const directed: DirectedLight[] = [];
  const skies: SkyLight[] = [];
  const ambient = new Color(0, 0, 0);
  root.traverseVisible((light) => {
    if (light instanceof DirectionalLight) directed.push(directedLight(light));
    if (light instanceof HemisphereLight) skies.push(skyLight(light));
    if (light instanceof AmbientLight) ambient.add(scaled(light.color, light.intensity));
  });
  return { directed, skies, ambient };
}

function directedLight(light: DirectionalLight): DirectedLight {
  const target = new Vector3().setFromMatrixPosition(light.target.matrixWorld);
  return {
    direction: new Vector3().setFromMatrixPosition(light.matrixWorld).sub(target).normalize(),
    colour: scaled(light.color, light.intensity),
  };
}

function skyLight(light: HemisphereLight): SkyLight {
  return {
    up: new Vector3().setFromMatrixPosition(light.matrixWorld).normalize(),
    sky: scaled(light.color, light.intensity),
    ground: scaled(light.groundColor, light.intensity),
  };
}

function scaled(colour: Color, by: number): Color {
  return colour.clone().multiplyScalar(by);
}
