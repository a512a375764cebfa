import { DirectionalLight, HemisphereLight, type Light } from 'three';

/** White and soft, the same for every picture: sky and ground, a key light from the upper left, a weak fill light. */
export function createLights(): readonly Light[] {
  return [
    new HemisphereLight(0xffffff, 0x4d4d4d, 1.1),
    directional(2, [-3, 4, 5]),
    directional(0.5, [5, 0.5, 3]),
  ];
}

function directional(intensity: number, from: readonly [number, number, number]): DirectionalLight {
  const light = new DirectionalLight(0xffffff, intensity);
  light.position.set(...from);
  return light;
}
