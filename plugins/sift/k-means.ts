import type { RandomStream } from '../../core/contracts/random.ts';

export interface Points {
  readonly count: number;
  readonly dimensions: number;
  /** `[count, dimensions]` */
  readonly data: Float32Array;
}

/** Index of the nearest centre of every point. */
export type Assign = (points: Points, centres: Points) => ArrayLike<number>;

const rounds = 30;

/**
 * Centres that k-means finds from a start by k-means++ (Arthur & Vassilvitskii 2007), after 30 rounds at most. A centre
 * without points stays where it was. Undefined where fewer than `count` points differ.
 */
export function kMeans(
  points: Points,
  count: number,
  assign: Assign,
  random: RandomStream,
): Points | undefined {
  const start = spread(points, count, random);
  if (!start) return undefined;
  let centres = start;
  let before: ArrayLike<number> = [];
  for (let round = 0; round < rounds; round++) {
    const nearest = assign(points, centres);
    if (isSame(nearest, before)) break;
    centres = meansOf(points, nearest, centres);
    before = nearest;
  }
  return centres;
}

/** Points drawn in proportion to the squared distance from those drawn before. */
function spread(points: Points, count: number, random: RandomStream): Points | undefined {
  const { dimensions, data } = points;
  const centres = new Float32Array(count * dimensions);
  const distances = new Float64Array(points.count).fill(1);
  for (let centre = 0; centre < count; centre++) {
    if (!distances.some((distance) => distance > 0)) return undefined;
    const chosen = random.weighted(distances) * dimensions;
    const own = data.subarray(chosen, chosen + dimensions);
    centres.set(own, centre * dimensions);
    for (let point = 0; point < points.count; point++) {
      const distance = squaredDistance(data, point * dimensions, own);
      if (centre === 0 || distance < distances[point]) distances[point] = distance;
    }
  }
  return { count, dimensions, data: centres };
}

function squaredDistance(data: Float32Array, start: number, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < other.length; index++) sum += (data[start + index] - other[index]) ** 2;
  return sum;
}

function meansOf({ count, dimensions, data }: Points, nearest: ArrayLike<number>, before: Points): Points {
  const sums = new Float64Array(before.data.length);
  const members = new Uint32Array(before.count);
  for (let point = 0; point < count; point++) {
    members[nearest[point]]++;
    for (let index = 0; index < dimensions; index++)
      sums[nearest[point] * dimensions + index] += data[point * dimensions + index];
  }
  const means = Float32Array.from(sums, (sum, index) => {
    const size = members[Math.floor(index / dimensions)];
    return size > 0 ? sum / size : before.data[index];
  });
  return { ...before, data: means };
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a.length === b.length && Array.prototype.every.call(a, (value, index) => value === b[index]);
}
