/** Pixels from left and top up to, but without, right and bottom. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const half = 127.5;

/**
 * Length of the line of half coverage in pixels, by marching squares with linear interpolation: a walk over every square
 * between four pixel centres. What lies outside the picture is not covered.
 * @param mask coverage `[height, width]`, 0 … 255
 * @param box holds every covered pixel.
 */
export function outlineLength(mask: Uint8Array, width: number, height: number, box: Box): number {
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? -half : mask[y * width + x] - half;
  let length = 0;
  for (let y = box.top - 1; y < box.bottom; y++) {
    let [a, c] = [at(box.left - 1, y), at(box.left - 1, y + 1)];
    for (let x = box.left; x <= box.right; x++) {
      const [b, d] = [at(x, y), at(x, y + 1)];
      if (a > 0 !== b > 0 || a > 0 !== c > 0 || a > 0 !== d > 0) length += lengthWithin(a, b, c, d);
      [a, c] = [b, d];
    }
  }
  return length;
}

/** Length of the zero line in a square with corners a, b above and c, d below, which are not all of one sign. */
function lengthWithin(a: number, b: number, c: number, d: number): number {
  const [top, bottom, left, right] = [a / (a - b), c / (c - d), a / (a - c), b / (b - d)];
  const [acrossTop, acrossBottom, acrossLeft] = [a > 0 !== b > 0, c > 0 !== d > 0, a > 0 !== c > 0];
  if (!acrossTop && !acrossBottom) return Math.hypot(1, left - right);
  if (acrossTop && acrossBottom)
    if (a > 0 === c > 0) return Math.hypot(1, top - bottom);
    else if (a > 0) return Math.hypot(top, left) + Math.hypot(1 - bottom, 1 - right);
    else return Math.hypot(1 - top, right) + Math.hypot(bottom, 1 - left);
  if (acrossTop) return acrossLeft ? Math.hypot(top, left) : Math.hypot(1 - top, right);
  return acrossLeft ? Math.hypot(bottom, 1 - left) : Math.hypot(1 - bottom, 1 - right);
}
