import { type BufferGeometry, type Color, Quaternion, Vector3 } from 'three';
import { through } from '../../../shapes/blends.ts';
import { tube } from '../../../shapes/loft.ts';
import { between, type Point, steps } from '../../../shapes/points.ts';
import type { Sculpture } from '../../../shapes/sculpture.ts';
import { ball, ellipsoid } from '../../../shapes/solids.ts';
import { addLimb, smooth } from '../limb.ts';
import type { BodyParameters } from './parameters.ts';
import type { Skeleton } from './skeleton.ts';

/** Radii from shoulder to wrist, and from hip to ankle. */
const armShape = [0.054, 0.05, 0.043, 0.038, 0.04, 0.034, 0.026];
const legShape = [0.092, 0.084, 0.068, 0.055, 0.056, 0.045, 0.034];
/** How thick cloth is. */
const cloth = 0.009;
/** Share of the arm that sleeves cover, and of the leg that trousers cover. */
const sleeves = { vest: 0, shirt: 0.38, pullover: 0.97 } as const;
const legs = { skirt: 0, shorts: 0.4, trousers: 0.97 } as const;

export function addArms(sculpture: Sculpture, body: BodyParameters, skeleton: Skeleton): void {
  const radii = armShape.map(
    (radius) => radius * (0.5 + 0.5 * body.girth) * (body.sex === 'male' ? 1.08 : 0.92),
  );
  for (const [shoulder, elbow, wrist] of skeleton.arms) {
    const dressed = body.top === 'vest' ? body.skin : body.topColour;
    sculpture.add(smooth(ball(radii[0] * 1.1, 12).translate(...shoulder), dressed), { finish: 'matte' });
    addDressed(sculpture, [shoulder, elbow, wrist], radii, body.skin, body.topColour, sleeves[body.top]);
    addHand(sculpture, elbow, wrist, body.skin);
  }
}

export function addLegs(sculpture: Sculpture, body: BodyParameters, skeleton: Skeleton): void {
  const radii = legShape.map((radius) => radius * (0.35 + 0.65 * body.girth));
  for (const [hip, knee, ankle] of skeleton.legs) {
    sculpture.add(smooth(ball(radii[0] * 1.04, 14).translate(...hip), body.bottomColour), {
      finish: 'matte',
    });
    addDressed(sculpture, [hip, knee, ankle], radii, body.skin, body.bottomColour, legs[body.bottom]);
    addShoe(sculpture, knee, ankle, body.shoes);
  }
}

/** A limb of skin, and cloth around a share of it. */
function addDressed(
  sculpture: Sculpture,
  joints: readonly Point[],
  radii: readonly number[],
  skin: Color,
  colour: Color,
  share: number,
): void {
  if (share < 0.9) addLimb(sculpture, bent(joints, 1), radii, skin, { finish: 'satin' });
  if (share === 0) return;
  const wide = steps(0, share, 7).map((along) => through(radii, along * (radii.length - 1)) + cloth);
  sculpture.add(smooth(tube(bent(joints, share), wide, 10), colour), { finish: 'matte' });
}

/** A share of the way along the joints: straight bones, with a round bend between them. */
function bent([start, middle, end]: readonly Point[], share: number): Point[] {
  const upper = (along: number) => between(start, middle, along);
  if (share <= 0.5) return [upper(0), upper(share), upper(2 * share)];
  const lower = (along: number) => between(middle, end, along * (2 * share - 1));
  return [upper(0), upper(0.5), upper(0.88), lower(0.12), lower(0.5), lower(1)];
}

function addHand(sculpture: Sculpture, elbow: Point, wrist: Point, skin: Color): void {
  const direction: Point = [wrist[0] - elbow[0], wrist[1] - elbow[1], wrist[2] - elbow[2]];
  const hand = ellipsoid([0.024, 0.085, 0.04], 10).translate(0, 0.06, 0);
  const thumb = ellipsoid([0.014, 0.042, 0.014], 8).rotateX(0.5).translate(0, 0.045, 0.04);
  for (const part of [hand, thumb])
    sculpture.add(smooth(along(part, direction).translate(...wrist), skin), { finish: 'satin' });
}

/** The foot stands at a right angle to the shin. */
function addShoe(sculpture: Sculpture, knee: Point, ankle: Point, colour: Color): void {
  const down = new Vector3(0, ankle[1] - knee[1], ankle[2] - knee[2]).normalize();
  const pitch = Math.atan2(-down.z, -down.y);
  const shoe = ellipsoid([0.048, 0.042, 0.128], 12).translate(0, -0.045, 0.06);
  sculpture.add(smooth(shoe.rotateX(pitch).translate(...ankle), colour), { finish: 'satin' });
}

/** Turns what points upwards into a direction. */
function along(geometry: BufferGeometry, direction: Point): BufferGeometry {
  const turn = new Quaternion().setFromUnitVectors(
    new Vector3(0, 1, 0),
    new Vector3(...direction).normalize(),
  );
  return geometry.applyQuaternion(turn);
}
