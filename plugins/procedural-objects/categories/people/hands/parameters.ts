import { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';
import { skins } from '../skins.ts';

export interface HandParameters {
  readonly side: 'left' | 'right';
  readonly skin: Color;
  readonly nails: Color;
  /** Multiples of the usual ones. */
  readonly fingerLength: number;
  readonly thickness: number;
  /** Colour of the sleeve, if there is one. */
  readonly sleeve: Color | undefined;
}

const cloths = ['#e8e8e4', '#2f4a6d', '#8c2f39', '#3c3c42', '#5d7052'] as const;

export function handParameters(identity: Identity): HandParameters {
  const skin = identity.colour('skin', skins, 0.5);
  return {
    side: identity.choice('side', ['left', 'right']),
    skin,
    nails: skin.clone().lerp(new Color('#f4c9bd'), 0.45),
    fingerLength: identity.number('fingerLength', 0.9, 1.12),
    thickness: identity.number('thickness', 0.85, 1.15),
    sleeve: identity.flag('sleeved', 0.5) ? identity.colour('sleeve', cloths) : undefined,
  };
}
