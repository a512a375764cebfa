import type { Color } from 'three';
import type { RandomStream } from '../../../../../core/contracts/random.ts';
import { paints, pickColour, varied } from '../../../shapes/colours.ts';
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
}

/** The kind goes by the index, so that neighbours differ; measures and colours of the single car are drawn. */
export function drawCarParameters(index: number, random: RandomStream): CarParameters {
  const kind = kinds[index % kinds.length];
  const { build } = kind;
  return {
    build: {
      ...build,
      width: varied(random, build.width, 0.05),
      wheelRadius: varied(random, build.wheelRadius, 0.06),
      roofHeight: varied(random, build.roofHeight, 0.03),
      bonnetHeight: varied(random, build.bonnetHeight, 0.03),
      noseHeight: varied(random, build.noseHeight, 0.06),
      taper: varied(random, build.taper, 0.04),
    },
    extras: kind.extras,
    windows: kind.windows,
    colour: pickColour(random, index < kinds.length ? kind.colours : paints),
    trimColour: pickColour(random, ['#26272b', '#3a3d44', '#1d1e22']),
  };
}
