const { floor, hypot, imul } = Math;

/** Smooth value noise over space, -1 … 1, a new value about every unit of length. */
export function spaceNoise(x: number, y: number, z: number): number {
  const [column, row, layer] = [floor(x), floor(y), floor(z)];
  const [u, v, w] = [ease(x - column), ease(y - row), ease(z - layer)];
  const near = mix(alongLattice(column, row, layer, u), alongLattice(column, row + 1, layer, u), v);
  const far = mix(alongLattice(column, row, layer + 1, u), alongLattice(column, row + 1, layer + 1, u), v);
  return mix(near, far, w);
}

function alongLattice(i: number, j: number, k: number, share: number): number {
  return mix(latticeValue(i, j, k), latticeValue(i + 1, j, k), share);
}

/** Distance to the nearest of randomly scattered points, about one point per unit cube, and that point's own value 0 … 1. */
export function cellNoise(
  x: number,
  y: number,
  z: number,
): { distance: number; second: number; value: number } {
  const [column, row, layer] = [floor(x), floor(y), floor(z)];
  let [distance, second, value] = [9, 9, 0];
  for (let neighbour = 0; neighbour < 27; neighbour++) {
    const i = column + (neighbour % 3) - 1;
    const j = row + (floor(neighbour / 3) % 3) - 1;
    const k = layer + floor(neighbour / 9) - 1;
    const away = hypot(
      x - i - 0.5 - 0.4 * latticeValue(i, j, k),
      y - j - 0.5 - 0.4 * latticeValue(j, k, i),
      z - k - 0.5 - 0.4 * latticeValue(k, i, j),
    );
    if (away < distance) [second, distance, value] = [distance, away, 0.5 + 0.5 * latticeValue(k, j, i)];
    else if (away < second) second = away;
  }
  return { distance, second, value };
}

function latticeValue(i: number, j: number, k: number): number {
  let hash = imul(i, 0x27d4eb2d) ^ imul(j, 0x165667b1) ^ imul(k, 0x3c6ef372);
  hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x7fffffff - 1;
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
