import type { Color } from 'three';
import { smoothStep } from '../../../shapes/blends.ts';
import { cellNoise, spaceNoise } from '../../../shapes/noise.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Body } from './anatomy.ts';
import type { Individual } from './parameters.ts';

type Paint = (point: Point, along: number) => Color;

/** Colours of the parts of an animal. */
export interface Coat {
  readonly spine: Paint;
  readonly leg: Paint;
  readonly tail: Paint;
}

/** Height of the belly line at the middle of the torso. */
function back(body: Body): number {
  return body.spine[2][1];
}

function fur(colour: Color, [x, y, z]: Point): Color {
  return colour.clone().multiplyScalar(1 + 0.1 * spaceNoise(11 * x, 11 * y, 11 * z));
}

/** One colour with a lighter belly, and a snout and a tip of the tail of their own. */
export function plain(snout: 'coat' | 'under' | 'marks', tip: 'coat' | 'under' | 'marks' = 'coat') {
  return (animal: Individual, body: Body): Coat => {
    const muzzle = body.spine.length - 4.2;
    const spine: Paint = (point, along) => {
      const belly =
        smoothStep(back(body) - 0.02, back(body) - 0.18, point[1]) * (along < body.headStart - 1 ? 1 : 0);
      const nose = smoothStep(muzzle, muzzle + 0.7, along);
      return fur(animal.coat, point)
        .lerp(animal.under, 0.7 * belly)
        .lerp(animal[snout], nose);
    };
    return {
      spine,
      leg: (point) => fur(animal.coat, point),
      tail: (point, along) => fur(animal.coat, point).lerp(animal[tip], smoothStep(2, 3, along)),
    };
  };
}

/** Stripes across body, neck and legs. */
export function striped(animal: Individual, body: Body): Coat {
  const stripe = (phase: number, [x, y, z]: Point) =>
    smoothStep(-0.12, 0.12, Math.sin(phase + 1.3 * spaceNoise(4 * x, 4 * y + animal.pattern, 4 * z)));
  const paint = (phase: number, point: Point) => animal.coat.clone().lerp(animal.marks, stripe(phase, point));
  const muzzle = body.spine.length - 2.6;
  return {
    spine: (point, along) =>
      paint(38 * (point[2] + (along > 6 ? -0.8 * point[1] : 0.12 * point[1])), point).lerp(
        animal.marks,
        smoothStep(muzzle, muzzle + 0.6, along),
      ),
    leg: (point) => paint(55 * point[1], point),
    tail: (point, along) => (along > 2 ? animal.marks : paint(40 * point[1], point)),
  };
}

/** Patches with light seams, as on a giraffe. */
export function reticulated(animal: Individual, body: Body): Coat {
  const paint: Paint = (point) => {
    const [x, y, z] = point;
    const { distance, second } = cellNoise(7 * x + animal.pattern, 7 * y, 7 * z);
    const patch =
      smoothStep(0.06, 0.2, second - distance) * smoothStep(back(body) * 0.35, back(body) * 0.6, y);
    return animal.coat.clone().lerp(animal.marks, patch);
  };
  const face = body.headStart + 0.5;
  return {
    spine: (point, along) => paint(point, along).lerp(animal.coat, smoothStep(face, face + 0.7, along)),
    leg: paint,
    tail: (_point, along) => (along > 2 ? animal.marks : animal.coat).clone(),
  };
}

/** Large patches, as on a cow. */
export function patched(animal: Individual, body: Body): Coat {
  const paint: Paint = (point) => {
    const [x, y, z] = point;
    const patch = smoothStep(0.02, 0.14, spaceNoise(3 * x + animal.pattern, 3 * y, 3 * z));
    return animal.coat.clone().lerp(animal.marks, patch * smoothStep(0.2, 0.4, y));
  };
  const muzzle = body.spine.length - 3;
  const blaze = ([x]: Point, along: number) =>
    smoothStep(0.05, 0.02, Math.abs(x)) * smoothStep(body.headStart, body.headStart + 1, along);
  return {
    spine: (point, along) => {
      const colour =
        along > body.headStart - 1
          ? animal.marks.clone().lerp(animal.coat, blaze(point, along))
          : paint(point, along);
      return colour.lerp(animal.under, smoothStep(muzzle, muzzle + 0.6, along));
    },
    leg: paint,
    tail: (_point, along) => (along > 2 ? animal.marks : animal.coat).clone(),
  };
}

/** Skin with folds, the same everywhere. */
export function leathery(animal: Individual): Coat {
  const paint: Paint = ([x, y, z]) =>
    animal.coat.clone().multiplyScalar(1 + 0.12 * spaceNoise(7 * x, 30 * y, 7 * z));
  return { spine: paint, leg: paint, tail: paint };
}
