import { createRandomStreams } from '../../../../core/random/streams.ts';
import { ellipse } from '../../../../core/reporting/figures/ellipse.ts';

describe('ellipse', () => {
  test('every point of it lies as many standard deviations away, by Mahalanobis distance', () => {
    const stream = createRandomStreams('ellipse').stream('points');
    const points = Array.from({ length: 200 }, () => {
      const x = stream.normal(3, 2);
      return { x, y: 0.7 * x + stream.normal(-1, 0.5) };
    });
    const n = points.length - 1;
    const [mx, my] = [
      points.reduce((sum, { x }) => sum + x, 0) / 200,
      points.reduce((sum, { y }) => sum + y, 0) / 200,
    ];
    const xx = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0) / n;
    const yy = points.reduce((sum, { y }) => sum + (y - my) ** 2, 0) / n;
    const xy = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / n;
    for (const { x, y } of ellipse(points, 2)) {
      const [a, b] = [x - mx, y - my];
      const squared = (yy * a * a - 2 * xy * a * b + xx * b * b) / (xx * yy - xy * xy);
      expect(Math.sqrt(squared)).toBeCloseTo(2, 9);
    }
  });
});
