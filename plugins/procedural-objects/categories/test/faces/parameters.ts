import { Color } from 'three';
import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { pickColour, variedColour } from '../../../shapes/colours.ts';

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

const looks: readonly { hair: Hair; beard: Beard; glasses: boolean; skin: string; hairColour: string }[] = [
  { hair: 'short', beard: 'none', glasses: false, skin: '#e0ac89', hairColour: '#4a2e1a' },
  { hair: 'long', beard: 'none', glasses: false, skin: '#f0c8a8', hairColour: '#c99a4a' },
  { hair: 'bald', beard: 'full', glasses: false, skin: '#d8a07a', hairColour: '#5a3a20' },
  { hair: 'afro', beard: 'none', glasses: false, skin: '#7a4a2c', hairColour: '#1a1412' },
  { hair: 'bun', beard: 'none', glasses: true, skin: '#e8bd98', hairColour: '#8f8b88' },
  { hair: 'parted', beard: 'moustache', glasses: false, skin: '#c98f64', hairColour: '#17120f' },
  { hair: 'fringe', beard: 'none', glasses: false, skin: '#ecc49c', hairColour: '#1c1614' },
  { hair: 'receding', beard: 'goatee', glasses: true, skin: '#5c3822', hairColour: '#2a2422' },
];

const irises = ['#4a2e18', '#3a6a96', '#4f7a4a', '#6b4a22'] as const;

/** Hair, beard and skin go by the index, so that neighbours differ; the features of the face are drawn. */
export function drawFaceParameters(index: number, random: RandomStream): FaceParameters {
  const look = looks[index % looks.length];
  const skinColour = variedColour(random, look.skin);
  return {
    skullWidth: random.uniform(0.335, 0.385),
    jawWidth: random.uniform(0.17, 0.27),
    chinLength: random.uniform(-0.03, 0.05),
    cheekFullness: random.uniform(0.06, 0.13),
    browDepth: random.uniform(0, 0.04),
    eyeSpacing: random.uniform(0.13, 0.165),
    eyeSize: random.uniform(0.066, 0.082),
    eyeHeight: random.uniform(0.01, 0.05),
    browTilt: random.uniform(-0.03, 0.035),
    browThickness: random.uniform(0.014, 0.026),
    noseLength: random.uniform(0.17, 0.25),
    noseWidth: random.uniform(0.035, 0.07),
    noseDepth: random.uniform(0.07, 0.14),
    mouthWidth: random.uniform(0.105, 0.155),
    lipFullness: random.uniform(0.024, 0.042),
    smile: random.uniform(-0.015, 0.045),
    earSize: random.uniform(0.1, 0.14),
    hair: look.hair,
    beard: look.beard,
    glasses: look.glasses,
    skinColour,
    hairColour: variedColour(random, look.hairColour),
    irisColour: pickColour(random, irises),
    lipColour: skinColour.clone().lerp(new Color('#a03038'), random.uniform(0.5, 0.75)),
  };
}
