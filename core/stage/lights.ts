import { DirectionalLight, HemisphereLight, type Light, LightProbe, MathUtils } from 'three';
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
 * `fixed`: sky and ground, a key light from the viewer's upper left, a weak fill light from the right. All light is
 * white, or that of an illumination.
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
      if (lighting === 'fixed') {
        key.position.set(...keyPlace);
        setIntensities(surround, keyLight, fillLight, 0);
      } else if ('harmonics' in lighting) {
        probe.sh.fromArray(Array.from(lighting.harmonics));
        setIntensities(0, 0, 0, 1);
      } else {
        const all = lighting.strength * (surround + keyLight + fillLight);
        const { degToRad } = MathUtils;
        key.position.setFromSphericalCoords(1, degToRad(90 - lighting.elevation), degToRad(lighting.azimuth));
        setIntensities(all * lighting.ambient, all * (1 - lighting.ambient), 0, 0);
      }
    },
  };
}
