import { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';

type Hair = 'short' | 'bald' | 'long' | 'afro' | 'bun' | 'parted' | 'fringe' | 'receding';

type Beard = 'none' | 'full' | 'moustache' | 'goatee';

/** A head about 1 unit high: chin at -0.5, crown at 0.5, face towards +z. */
export interface FaceParameters {
  /** Half widths of the head. */
  readonly skullWidth: number;
  readonly jawWidth: number;
  readonly chinLength: number;
  readonly cheekFullness: number;
  readonly browDepth: number;
  readonly eyeSpacing: number;
  readonly eyeSize: number;
  readonly eyeHeight: number;
  /** Lift of the outer corner of the eyebrow. */
  readonly browTilt: number;
  readonly browThickness: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly noseDepth: number;
  readonly mouthWidth: number;
  readonly lipFullness: number;
  /** Lift of the corners of the mouth. */
  readonly smile: number;
  readonly earSize: number;
  readonly hair: Hair;
  readonly beard: Beard;
  readonly glasses: boolean;
  readonly skinColour: Color;
  readonly hairColour: Color;
  readonly irisColour: Color;
  readonly lipColour: Color;
}

const looks: Readonly<
  Record<string, { hair: Hair; beard: Beard; glasses: boolean; skin: string; hairColour: string }>
> = {
  a: { hair: 'short', beard: 'none', glasses: false, skin: '#e0ac89', hairColour: '#4a2e1a' },
  b: { hair: 'long', beard: 'none', glasses: false, skin: '#f0c8a8', hairColour: '#c99a4a' },
  c: { hair: 'bald', beard: 'full', glasses: false, skin: '#d8a07a', hairColour: '#5a3a20' },
  d: { hair: 'afro', beard: 'none', glasses: false, skin: '#7a4a2c', hairColour: '#1a1412' },
  e: { hair: 'bun', beard: 'none', glasses: true, skin: '#e8bd98', hairColour: '#8f8b88' },
  f: { hair: 'parted', beard: 'moustache', glasses: false, skin: '#c98f64', hairColour: '#17120f' },
  g: { hair: 'fringe', beard: 'none', glasses: false, skin: '#ecc49c', hairColour: '#1c1614' },
  h: { hair: 'receding', beard: 'goatee', glasses: true, skin: '#5c3822', hairColour: '#2a2422' },
};

const irises = ['#4a2e18', '#3a6a96', '#4f7a4a', '#6b4a22'] as const;

export function faceParameters(identity: Identity): FaceParameters {
  const look = identity.kind(looks);
  const skinColour = identity.colour('skin', look.skin);
  return {
    skullWidth: identity.number('skullWidth', 0.335, 0.385),
    jawWidth: identity.number('jawWidth', 0.17, 0.27),
    chinLength: identity.number('chinLength', -0.03, 0.05),
    cheekFullness: identity.number('cheekFullness', 0.06, 0.13),
    browDepth: identity.number('browDepth', 0, 0.04),
    eyeSpacing: identity.number('eyeSpacing', 0.13, 0.165),
    eyeSize: identity.number('eyeSize', 0.066, 0.082),
    eyeHeight: identity.number('eyeHeight', 0.01, 0.05),
    browTilt: identity.number('browTilt', -0.03, 0.035),
    browThickness: identity.number('browThickness', 0.014, 0.026),
    noseLength: identity.number('noseLength', 0.17, 0.25),
    noseWidth: identity.number('noseWidth', 0.035, 0.07),
    noseDepth: identity.number('noseDepth', 0.07, 0.14),
    mouthWidth: identity.number('mouthWidth', 0.105, 0.155),
    lipFullness: identity.number('lipFullness', 0.024, 0.042),
    smile: identity.number('smile', -0.015, 0.045),
    earSize: identity.number('earSize', 0.1, 0.14),
    hair: look.hair,
    beard: look.beard,
    glasses: look.glasses,
    skinColour,
    hairColour: identity.colour('hairColour', look.hairColour),
    irisColour: identity.colour('irisColour', irises),
    lipColour: skinColour.clone().lerp(new Color('#a03038'), identity.number('lipRedness', 0.5, 0.75)),
  };
}
