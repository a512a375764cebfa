import {
  Color,
  DirectionalLight,
  HemisphereLight,
  type Light,
  LightProbe,
  MathUtils,
  SphericalHarmonics3,
  Vector3,
} from 'three';
import type { Illumination } from '../contracts/background-source.ts';

/** A white lamp that shines on the object, and white light around it. */
export interface Lamp {
  /** Direction the light comes from, in degrees: 0 from the viewer, 90 from the viewer's right. */
  readonly azimuth: number;
  /** The same upwards, -90 … 90 degrees. */
  readonly elevation: number;
  /** All light, relative to the fixed one. */
  readonly strength: number;
  /** Share of the light that comes from all around, 0 … 1; more from above than from below. */
  readonly ambient: number;
}

/**
 * `fixed`: sky and ground, a key light from the viewer's upper left, a weak fill light from the right, all white. Of an
 * illumination, what comes from its brightest side is the key light and the rest lies around.
 */
export type Lighting = 'fixed' | Lamp | Illumination;

/** Lights that stay on stage and only change: another set of lights would make renderers build new shaders. */
export interface Lights {
  readonly lights: readonly Light[];
  set(lighting: Lighting): void;
}

const surround = 1.1;
const keyLight = 2;
const fillLight = 0.5;
const keyPlace = [-3, 4, 5] as const;
const fillPlace = [5, 0.5, 3] as const;

export function createLights(): Lights {
  const around = new HemisphereLight(0xffffff, 0x4d4d4d);
  const key = new DirectionalLight(0xffffff);
  const fill = new DirectionalLight(0xffffff);
  const probe = new LightProbe();
  fill.position.set(...fillPlace);

  function setIntensities(ofAround: number, ofKey: number, ofFill: number, ofProbe: number): void {
    around.intensity = ofAround;
    key.intensity = ofKey;
    fill.intensity = ofFill;
    probe.intensity = ofProbe;
  }

  return {
    lights: [around, key, fill, probe],
    set: (lighting) => {
      key.color.set(0xffffff);
      if (lighting === 'fixed') {
        key.position.set(...keyPlace);
        setIntensities(surround, keyLight, fillLight, 0);
      } else if ('harmonics' in lighting) {
        const { direction, colour, rest } = splitIllumination(lighting);
        key.position.copy(direction);
        key.color.copy(colour);
        probe.sh.copy(rest);
        setIntensities(0, 1, 0, 1);
      } else {
        const all = lighting.strength * (surround + keyLight + fillLight);
        const { degToRad } = MathUtils;
        key.position.setFromSphericalCoords(1, degToRad(90 - lighting.elevation), degToRad(lighting.azimuth));
        setIntensities(all * lighting.ambient, all * (1 - lighting.ambient), 0, 0);
      }
    },
  };
}

/**
 * The directional light that explains most of an illumination beside light from everywhere (least squares over degrees
 * 1 and 2, as Sloan 2008, Stupid spherical harmonics tricks), and what is left: a matte surface is lit as before, and
 * a glossy one has a light to reflect.
 */
function splitIllumination({ harmonics }: Illumination) {
  const rest = new SphericalHarmonics3().fromArray(Array.from(harmonics));
  const luma = rest.coefficients.map(({ x, y, z }) => 0.2126 * x + 0.7152 * y + 0.0722 * z);
  const direction = new Vector3(luma[3], luma[1], luma[2]).normalize();
  if (direction.lengthSq() === 0) direction.set(0, 1, 0);
  const basis = new Array<number>(9).fill(0);
  SphericalHarmonics3.getBasisAt(direction, basis);
  const light = new Vector3();
  for (let index = 1; index < 9; index++)
    light.addScaledVector(rest.coefficients[index], (Math.PI / 2) * basis[index]);
  light.max(new Vector3());
  rest.coefficients.forEach((coefficient, index) => {
    coefficient.addScaledVector(light, -basis[index]);
  });
  return { direction, colour: new Color(light.x, light.y, light.z), rest };
}
