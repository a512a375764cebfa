/** Homogeneous x and y, and distance along the viewing axis. */
export type ClipPoint = readonly [across: number, down: number, distance: number];

/** The part of a polygon between two distances; empty when there is none. */
export function clip(polygon: readonly ClipPoint[], near: number, far: number): readonly ClipPoint[] {
  const beyondNear = clipAt(polygon, ([, , distance]) => distance - near);
  return clipAt(beyondNear, ([, , distance]) => far - distance);
}

/** Sutherland & Hodgman (1974): the part where `inside` is not negative. */
function clipAt(polygon: readonly ClipPoint[], inside: (point: ClipPoint) => number): readonly ClipPoint[] {
  return polygon.flatMap((point, index) => {
    const next = polygon[(index + 1) % polygon.length];
    const here = inside(point);
    const there = inside(next);
    const kept = here >= 0 ? [point] : [];
    return here >= 0 === there >= 0 ? kept : [...kept, between(point, next, here / (here - there))];
  });
}

function between(a: ClipPoint, b: ClipPoint, share: number): ClipPoint {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];
}
