import { mean } from '../../statistics/summaries.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fewer points have no shape worth drawing. */
export const fewestOfCloud = 4;

const steps = 60;

/**
 * The closed curve at a number of standard deviations around the mean of points, by the Cholesky factor of their
 * covariance (divided by n - 1). At least two points.
 */
export function ellipse(points: readonly Point[], deviations: number): readonly Point[] {
  const centre = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const covariance = (a: keyof Point, b: keyof Point) =>
    points.reduce((sum, point) => sum + (point[a] - centre[a]) * (point[b] - centre[b]), 0) /
    (points.length - 1);
  const spreadX = Math.sqrt(covariance('x', 'x'));
  const slope = spreadX > 0 ? covariance('x', 'y') / spreadX : 0;
  const spreadY = Math.sqrt(Math.max(0, covariance('y', 'y') - slope ** 2));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps;
    const [across, up] = [deviations * Math.cos(angle), deviations * Math.sin(angle)];
    return { x: centre.x + spreadX * across, y: centre.y + slope * across + spreadY * up };
  });
}
