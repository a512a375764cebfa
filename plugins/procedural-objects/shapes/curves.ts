import { CatmullRomCurve3, SplineCurve, Vector2, Vector3 } from 'three';
import type { FlatPoint } from './points.ts';
import { around } from './points.ts';

/** A smooth curve through the given points of a plane, as `count` points. */
export function smoothCurve(points: readonly FlatPoint[], count = 32): FlatPoint[] {
  const curve = new SplineCurve(points.map(([x, y]) => new Vector2(x, y)));
  return curve.getPoints(count - 1).map(({ x, y }): FlatPoint => [x, y]);
}

/** A smooth closed outline through the given points of a plane, as `count` points. */
export function smoothOutline(points: readonly FlatPoint[], count = 64): FlatPoint[] {
  const curve = new CatmullRomCurve3(
    points.map(([x, y]) => new Vector3(x, y, 0)),
    true,
    'centripetal',
  );
  return curve
    .getPoints(count)
    .slice(0, count)
    .map(({ x, y }): FlatPoint => [x, y]);
}

/** Superellipse of the given half axes: exponent 2 is an ellipse, larger ones approach a rectangle. */
export function superellipse(halfWidth: number, halfHeight: number, exponent = 2, count = 32): FlatPoint[] {
  const bend = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / exponent);
  return around(count).map(
    (angle): FlatPoint => [halfWidth * bend(Math.cos(angle)), halfHeight * bend(Math.sin(angle))],
  );
}

/** Outline of a rectangle with cut corners, centred. */
export function rectangle(width: number, height: number, corner = 0): FlatPoint[] {
  const [x, y] = [width / 2, height / 2];
  if (corner === 0)
    return [
      [-x, -y],
      [x, -y],
      [x, y],
      [-x, y],
    ];
  return [
    [-x + corner, -y],
    [x - corner, -y],
    [x, -y + corner],
    [x, y - corner],
    [x - corner, y],
    [-x + corner, y],
    [-x, y - corner],
    [-x, -y + corner],
  ];
}
