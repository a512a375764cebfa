/** 0 up to the first edge, 1 from the second one on, smooth between; the edges may fall. */
export function smoothStep(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** A bell of height 1 whose value is 0.61 at one `width` from the middle. */
export function bell(distance: number, width: number): number {
  const scaled = distance / width;
  return scaled > 3.5 || scaled < -3.5 ? 0 : Math.exp(-0.5 * scaled * scaled);
}

/** A bell over the plane. */
export function mound(x: number, y: number, width: number, height: number): number {
  return bell(x, width) * bell(y, height);
}

/** Smooth curve through values at 0, 1, 2, … (Catmull-Rom). */
export function through(values: readonly number[], place: number): number {
  const last = values.length - 1;
  const index = Math.min(last - 1, Math.max(0, Math.floor(place)));
  const share = Math.min(last, Math.max(0, place)) - index;
  const [b, c] = [values[index], values[index + 1]];
  const [a, d] = [values[index - 1] ?? 2 * b - c, values[index + 2] ?? 2 * c - b];
  return b + (share / 2) * (c - a + share * (2 * a - 5 * b + 4 * c - d + share * (3 * (b - c) + d - a)));
}

/** Smooth curve through points of rising x: level at each of them, and beyond the first and the last. */
export function curveAt(points: readonly (readonly [x: number, y: number])[], x: number): number {
  const upper = points.findIndex((point) => point[0] >= x);
  if (upper === 0) return points[0][1];
  if (upper < 0) return points[points.length - 1][1];
  const [[x0, y0], [x1, y1]] = [points[upper - 1], points[upper]];
  return y0 + (y1 - y0) * smoothStep(x0, x1, x);
}
