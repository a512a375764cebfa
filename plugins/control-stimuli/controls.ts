import type { Frames } from '../../core/contracts/pictures.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { Appearance, Drawing } from '../../core/contracts/stimuli.ts';
import { scramblePhases } from '../../core/pictures/phase-scramble.ts';
import { drawLines } from './line-drawing.ts';
import { fillOutline } from './silhouettes.ts';
import { scrambleTexture } from './texture-scramble.ts';

/** How a control is made from its stimulus. */
export interface Control {
  /** What of the stimulus it starts from. */
  readonly appearance: Appearance;
  readonly geometry?: boolean;
  /** Whether the object can still be told from its surroundings, so that its mask holds. */
  readonly keepsObject: boolean;
  /** The control of a drawing of one picture; by default the picture itself. */
  make?(drawing: Drawing, random: RandomStream): Frames;
}

export const controls = {
  intact: { appearance: 'presented', keepsObject: true },
  'phase-scrambled': {
    appearance: 'presented',
    keepsObject: false,
    make: ({ frames }, random) => scramblePhases(frames, random),
  },
  'texture-scrambled': {
    appearance: 'presented',
    keepsObject: false,
    make: ({ frames }, random) => scrambleTexture(frames, random),
  },
  silhouette: {
    appearance: 'object-in-place',
    keepsObject: true,
    make: ({ frames, masks }) => fillOutline(frames, present(masks, 'masks')),
  },
  'line-drawing': {
    appearance: 'object-in-place',
    geometry: true,
    keepsObject: true,
    make: ({ frames, geometry }) => drawLines(frames, present(geometry, 'geometry')[0]),
  },
  'object-only': { appearance: 'object-in-place', keepsObject: true },
  'background-only': { appearance: 'background-alone', keepsObject: false },
} as const satisfies Readonly<Record<string, Control>>;

export type ControlName = keyof typeof controls;

export const controlNames = Object.keys(controls) as ControlName[];

function present<Value>(value: Value | undefined, what: string): Value {
  if (value) return value;
  throw new RangeError(`the stimulus source gave no ${what}`);
}
