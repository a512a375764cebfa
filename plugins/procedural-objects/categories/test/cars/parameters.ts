import type { Color } from 'three';
import type { Identity } from '../../../identity/identity.ts';
import { kinds } from './kinds.ts';

/** Everything in metres, the car driving towards +z; places along the car count from its middle. */
export interface Build {
  readonly length: number;
  readonly width: number;
  readonly wheelRadius: number;
  readonly wheelBase: number;
  /** Side view of the lower body from tail to nose: heights of boot end, boot, belt line, bonnet and nose. */
  readonly tailHeight: number;
  readonly beltHeight: number;
  readonly bonnetHeight: number;
  readonly noseHeight: number;
  /** Cabin: foot of the rear window, roof end, roof start, foot of the windscreen, along z. */
  readonly cabin: readonly [rearFoot: number, roofEnd: number, roofStart: number, frontFoot: number];
  readonly roofHeight: number;
  /** Width of the roof as a share of the car's width. */
  readonly taper: number;
}

type Extra =
  | 'bed'
  | 'spoiler'
  | 'roof-rack'
  | 'taxi-sign'
  | 'open-top'
  | 'spare-wheel'
  | 'stripe'
  | 'open-wheels'
  | 'box';

export interface Kind {
  readonly build: Build;
  readonly extras: readonly Extra[];
  readonly colours: readonly string[];
  /** Side windows. */
  readonly windows: number;
}

export interface CarParameters {
  readonly build: Build;
  readonly extras: readonly Extra[];
  readonly windows: number;
  readonly colour: Color;
  readonly trimColour: Color;
  readonly glassColour: Color;
}

export function carParameters(identity: Identity): CarParameters {
  const kind = identity.kind(kinds);
  const { build } = kind;
  return {
    build: {
      ...build,
      length: identity.near('length', build.length, 0.04),
      width: identity.near('width', build.width, 0.06),
      wheelRadius: identity.near('wheelRadius', build.wheelRadius, 0.06),
      roofHeight: identity.near('roofHeight', build.roofHeight, 0.03),
      bonnetHeight: identity.near('bonnetHeight', build.bonnetHeight, 0.03),
      noseHeight: identity.near('noseHeight', build.noseHeight, 0.06),
      taper: identity.near('taper', build.taper, 0.04),
    },
    extras: kind.extras,
    windows: kind.windows,
    colour: identity.colour('colour', kind.colours),
    glassColour: identity.colour('glassColour', ['#232c36', '#1c2a2a', '#2c3440']),
    trimColour: identity.colour('trimColour', ['#26272b', '#3a3d44', '#1d1e22']),
  };
}
