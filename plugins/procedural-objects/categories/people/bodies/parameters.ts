import type { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';
import { skins } from '../skins.ts';
import type { Posture } from './postures.ts';

export interface BodyParameters {
  readonly sex: 'female' | 'male';
  /** Multiples of the usual measures. */
  readonly girth: number;
  readonly shoulders: number;
  readonly hips: number;
  readonly legLength: number;
  /** A head without features, or only the neck. */
  readonly headed: boolean;
  readonly longHair: boolean;
  readonly top: 'shirt' | 'pullover' | 'vest';
  readonly bottom: 'trousers' | 'shorts' | 'skirt';
  readonly skin: Color;
  readonly hair: Color;
  readonly topColour: Color;
  readonly bottomColour: Color;
  readonly shoes: Color;
}

const hairs = ['#1d1613', '#3b2416', '#6b4424', '#b98a4e', '#8d8a86'] as const;
const tops = ['#c0392f', '#2f6db0', '#e2e0d8', '#e0b23a', '#3f8457', '#7d4f92', '#d9793a'] as const;
const bottoms = ['#2b3a5c', '#3a3a3e', '#6f6248', '#8a3b45', '#4d5b46'] as const;
const leathers = ['#2a2422', '#6a4a30', '#dcdad4'] as const;

export function bodyParameters(identity: Identity, { upright }: Posture): BodyParameters {
  const sex = identity.choice('sex', ['female', 'male']);
  return {
    sex,
    girth: identity.number('girth', 0.85, 1.3),
    shoulders: identity.number('shoulders', 0.92, 1.08),
    hips: identity.number('hips', 0.93, 1.08),
    legLength: identity.number('legLength', 0.94, 1.06),
    headed: identity.flag('headed', 0.5),
    longHair: identity.flag('longHair', sex === 'female' ? 0.7 : 0.1),
    top: identity.choice('top', ['shirt', 'pullover', 'vest']),
    bottom: identity.choice('bottom', bottomsFor(sex, upright)),
    skin: identity.colour('skin', skins, 0.5),
    hair: identity.colour('hair', hairs),
    topColour: identity.colour('topColour', tops),
    bottomColour: identity.colour('bottomColour', bottoms),
    shoes: identity.colour('shoes', leathers),
  };
}

function bottomsFor(sex: BodyParameters['sex'], upright: boolean): readonly BodyParameters['bottom'][] {
  return sex === 'female' && upright ? ['trousers', 'shorts', 'skirt', 'skirt'] : ['trousers', 'shorts'];
}
