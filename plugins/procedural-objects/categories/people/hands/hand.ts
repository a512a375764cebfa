import type { BufferGeometry } from 'three';
import { Clay } from '../../../shapes/clay.ts';
import type { Point } from '../../../shapes/points.ts';
import type { Placement, Sculpture } from '../../../shapes/sculpture.ts';
import { ellipsoid } from '../../../shapes/solids.ts';
import { addLimb, smooth } from '../limb.ts';
import type { Finger, Gesture } from './gestures.ts';
import type { HandParameters } from './parameters.ts';

const { cos, sin, PI } = Math;

/** Knuckle, length and radius of index, middle, ring and little finger; a hand is about 1 long. */
const fingers = [
  { knuckle: [0.155, 0.46, 0], length: 0.4, radius: 0.05 },
  { knuckle: [0.052, 0.485, 0.005], length: 0.44, radius: 0.052 },
  { knuckle: [-0.052, 0.465, 0], length: 0.4, radius: 0.049 },
  { knuckle: [-0.15, 0.42, -0.01], length: 0.31, radius: 0.043 },
] as const satisfies readonly { knuckle: Point; length: number; radius: number }[];

/** Shares of a finger's length from knuckle to tip, and how far each joint bends when curled. */
const bones = [
  { share: 0.46, bend: 0.5 * PI },
  { share: 0.31, bend: 0.6 * PI },
  { share: 0.23, bend: 0.36 * PI },
] as const;

const fingerShape = [1.05, 0.96, 0.97, 0.88, 0.87, 0.74];
const thumbShape = [0.068, 0.062, 0.062, 0.048];
const palmDetail = 28;

/** A hand, fingers up, palm towards the viewer; right hands have the thumb on the viewer's right. */
export function addHand(
  sculpture: Sculpture,
  hand: HandParameters,
  gesture: Gesture,
  placement: Placement,
): void {
  const { skin, nails, thickness, fingerLength } = hand;
  const thumb = gesture.thumb.map((joint) => onSide(joint, hand));
  const thumbRadii = thumbShape.map((radius) => radius * thickness);
  sculpture.add(palm(hand, thumb), placement);
  addLimb(sculpture, thumb.slice(1), thumbRadii, skin, placement);
  for (const [index, { knuckle, length, radius }] of fingers.entries()) {
    const joints = fingerJoints(knuckle, length * fingerLength, gesture.fingers[index]);
    const radii = fingerShape.map((share) => share * radius * thickness);
    addLimb(
      sculpture,
      joints.map((joint) => onSide(joint, hand)),
      radii,
      skin,
      placement,
    );
    sculpture.add(smooth(nail(joints, radius * thickness, hand), nails), { ...placement, finish: 'gloss' });
  }
}

/** Wrist, palm and the ball of the thumb. */
function palm(hand: HandParameters, [root, joint]: readonly Point[]): BufferGeometry {
  const { skin: colour, thickness } = hand;
  const clay = new Clay();
  clay.limb(
    [
      [0, -0.3, -0.005],
      [0, 0, 0],
    ],
    [0.105 * thickness, 0.1 * thickness],
    { colour },
  );
  clay.ball(onSide([0.01, 0.24, 0], hand), [0.17, 0.24, 0.075], { colour, blend: 0.12 });
  for (const { knuckle, radius } of fingers)
    clay.limb(
      [[0.35 * onSide(knuckle, hand)[0], 0.05, 0], onSide(knuckle, hand)],
      [0.06, radius * 1.12 * thickness],
      {
        colour,
        blend: 0.06,
      },
    );
  clay.ball(onSide([-0.12, 0.2, 0.045], hand), [0.055, 0.16, 0.05], { colour, blend: 0.07 });
  clay.limb([root, joint], [0.085 * thickness, 0.07 * thickness], { colour, blend: 0.08 });
  return clay.mesh(palmDetail);
}

function fingerJoints(start: Point, length: number, { knuckle, curl, spread }: Finger): Point[] {
  const joints = [start];
  let angle = 0;
  for (const [index, { share, bend }] of bones.entries()) {
    angle += bend * (index === 0 ? knuckle : curl);
    const [x, y, z] = joints[index];
    const step = length * share;
    joints.push([
      x + step * sin(spread) * cos(angle),
      y + step * cos(spread) * cos(angle),
      z + step * sin(angle),
    ]);
  }
  return joints;
}

/** Lies on the back of the last bone. */
function nail(joints: readonly Point[], radius: number, hand: HandParameters): BufferGeometry {
  const [before, tip] = joints.slice(-2);
  const angle = Math.atan2(tip[2] - before[2], tip[1] - before[1]);
  const [x, y, z] = onSide(tip, hand);
  return ellipsoid([radius * 0.55, radius * 0.85, radius * 0.3], 8)
    .rotateX(angle)
    .translate(x, y + sin(angle) * radius * 0.55, z - cos(angle) * radius * 0.55);
}

function onSide([x, y, z]: Point, { side }: HandParameters): Point {
  return [side === 'left' ? -x : x, y, z];
}
