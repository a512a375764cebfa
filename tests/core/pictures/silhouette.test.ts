import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureSilhouette, silhouetteNames } from '../../../core/pictures/silhouette.ts';

type Shape = (x: number, y: number) => boolean;

const side = 64;

/** Coverage of a shape by samples x samples points per pixel; y downwards. */
function cover(shape: Shape, samples: number, width = side, height = side): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, pixel) => {
    let covered = 0;
    for (let point = 0; point < samples ** 2; point++) {
      const x = (pixel % width) + ((point % samples) + 0.5) / samples;
      const y = Math.floor(pixel / width) + (Math.floor(point / samples) + 0.5) / samples;
      if (shape(x, y)) covered++;
    }
    return Math.round((255 * covered) / samples ** 2);
  });
}

const disc =
  (x0: number, y0: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - x0, y - y0) < radius;

/** Turned counter-clockwise, as the viewer sees it. */
const rectangle =
  (x0: number, y0: number, width: number, height: number, degrees: number): Shape =>
  (x, y) => {
    const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const [right, up] = [x - x0, y0 - y];
    return (
      Math.abs(right * cosine + up * sine) < width / 2 && Math.abs(up * cosine - right * sine) < height / 2
    );
  };

const measure = (shape: Shape, samples = 2) => measureSilhouette(cover(shape, samples), side, side);

describe('silhouette', () => {
  test.each([5, 12.3, 25])('of a disc of radius %d', (radius) => {
    const found = measure(disc(31.4, 30.2, radius));
    expect(Math.abs(found.retinal_area / (Math.PI * radius ** 2) - 1)).toBeLessThan(0.02);
    expect(Math.abs(found.perimeter / (2 * Math.PI * radius) - 1)).toBeLessThan(0.02);
    expect(Math.abs(found.major_axis_length / (2 * radius) - 1)).toBeLessThan(0.02);
    expect(found.aspect_ratio).toBeGreaterThan(0.98);
    expect(Math.abs(found.centroid_x - 31.4)).toBeLessThan(0.1);
    expect(Math.abs(found.centroid_y - 30.2)).toBeLessThan(0.1);
  });

  test.each([0, 10, 30, 45, 72, 90, -20, -45, -89])('of a square and a bar turned by %d degrees', (angle) => {
    const square = measure(rectangle(32, 31.3, 30, 30, angle));
    expect(Math.abs(square.perimeter / 120 - 1)).toBeLessThan(0.02);
    expect(Math.abs(square.retinal_area / 900 - 1)).toBeLessThan(0.01);
    const bar = measure(rectangle(32, 31.3, 40, 10, angle));
    expect(Math.abs(bar.perimeter / 100 - 1)).toBeLessThan(0.02);
    expect(Math.abs(bar.major_axis_angle - angle)).toBeLessThan(0.5);
    expect(Math.abs(bar.aspect_ratio - 0.25)).toBeLessThan(0.01);
    expect(Math.abs(bar.major_axis_length - 4 * (40 / Math.sqrt(12)))).toBeLessThan(0.5);
  });

  test('has a perimeter that is 5 % too long where edges are not soft', () => {
    const ratio = measure(disc(32, 32, 25), 1).perimeter / (2 * Math.PI * 25);
    expect(ratio).toBeGreaterThan(1.03);
    expect(ratio).toBeLessThan(1.07);
  });

  test('counts holes, several parts and cuts by the edge of the picture', () => {
    const ring: Shape = (x, y) => disc(32, 32, 20)(x, y) && !disc(32, 32, 10)(x, y);
    expect(Math.abs(measure(ring).perimeter / (2 * Math.PI * 30) - 1)).toBeLessThan(0.02);
    const two: Shape = (x, y) => disc(16, 16, 8)(x, y) || disc(48, 40, 8)(x, y);
    expect(Math.abs(measure(two).perimeter / (2 * Math.PI * 16) - 1)).toBeLessThan(0.02);
    const cut = measure(disc(0, 32, 20));
    expect(Math.abs(cut.perimeter / (Math.PI * 20 + 40) - 1)).toBeLessThan(0.02);
    expect([cut.bounding_box_x, cut.bounding_box_width]).toEqual([0, 20]);
  });

  test('of a full picture is the picture', () => {
    const full = measureSilhouette(new Uint8Array(20 * 30).fill(255), 20, 30);
    expect(full).toMatchObject({
      bounding_box_x: 0,
      bounding_box_y: 0,
      bounding_box_width: 20,
      bounding_box_height: 30,
      retinal_area: 600,
      major_axis_angle: 90,
      centroid_x: 10,
      centroid_y: 15,
    });
    expect(full.perimeter).toBeCloseTo(100 - 4 * (1 - Math.SQRT1_2), 10);
  });

  test('of an empty mask is 0 throughout, and a single pixel is round', () => {
    expect(new Set(Object.values(measureSilhouette(new Uint8Array(12), 4, 3)))).toEqual(new Set([0]));
    const single = measureSilhouette(Uint8Array.of(0, 0, 0, 0, 0, 7), 3, 2);
    expect(single).toMatchObject({ bounding_box_x: 2, bounding_box_y: 1, aspect_ratio: 1, perimeter: 0 });
    expect([single.centroid_x, single.centroid_y]).toEqual([2.5, 1.5]);
  });

  test('of any mask is finite, and turns with it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 36, maxLength: 36 }), (mask) => {
        const found = measureSilhouette(mask, 6, 6);
        expect(Object.keys(found)).toEqual(silhouetteNames);
        expect(Object.values(found).every(Number.isFinite)).toBe(true);
        const turned = measureSilhouette(
          mask.map((_, pixel) => mask[(pixel % 6) * 6 + 5 - Math.floor(pixel / 6)]),
          6,
          6,
        );
        expect(turned.perimeter).toBeCloseTo(found.perimeter, 9);
        expect(turned.major_axis_length).toBeCloseTo(found.major_axis_length, 9);
        expect(turned.aspect_ratio).toBeCloseTo(found.aspect_ratio, 5);
      }),
    );
  });
});

interface Oracle {
  readonly width: number;
  readonly height: number;
  readonly silhouettes: readonly {
    readonly runs: readonly number[];
    readonly measures: Readonly<Record<string, number>>;
  }[];
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL('../../oracles/silhouettes.json', import.meta.url), 'utf8'),
);

test.each(oracle.silhouettes)('silhouette: as scikit-image measures it', ({ runs, measures }) => {
  const mask = Uint8Array.from(
    runs.flatMap((length, run) => new Array<number>(length).fill(run % 2 === 1 ? 255 : 0)),
  );
  const found = measureSilhouette(mask, oracle.width, oracle.height);
  const {
    orientation,
    minor_axis_length: minor,
    centroid_row: row,
    centroid_column: column,
    ...same
  } = measures;
  for (const [name, value] of Object.entries(same))
    expect([name, Reflect.get(found, name)]).toEqual([name, expect.closeTo(value, 8)]);
  expect(found.centroid_x - 0.5).toBeCloseTo(column, 8);
  expect(found.centroid_y - 0.5).toBeCloseTo(row, 8);
  expect(found.aspect_ratio * found.major_axis_length).toBeCloseTo(minor, 6);
  // Theirs is measured from the vertical.
  const turn = (found.major_axis_angle - (orientation + 90)) / 180;
  expect(Math.abs(turn - Math.round(turn))).toBeLessThan(1e-6);
});
