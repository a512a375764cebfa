/** x to the viewer's right, y up, z towards the viewer. */
export type Point = readonly [x: number, y: number, z: number];

export type FlatPoint = readonly [x: number, y: number];

/** The point a share of the way from one point to another. */
export function between(from: Point, to: Point, share: number): Point {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** `count` numbers from `first` to `last`, both included. */
export function steps(first: number, last: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + ((last - first) * index) / (count - 1));
}

/** `count` angles once around the circle, in radians. */
export function around(count: number, start = 0): number[] {
  return Array.from({ length: count }, (_, index) => start + (2 * Math.PI * index) / count);
}
