import { describe, expect, test } from '@jest/globals';
import { median } from '../../support/correlation.ts';
import {
  drawCells,
  meanRate,
  modulationRatio,
  orientationHalfWidth,
  semiSaturationContrast,
} from '../../support/v1-cells.ts';

const simple = drawCells(16, 0);
const complex = drawCells(16, 1);
const cells = [...simple, ...complex];
const shareOf = (counted: readonly boolean[]) => counted.filter(Boolean).length / counted.length;

describe('measured with drifting gratings, as an electrode would', () => {
  test('simple cells follow the cycle, complex cells do not', () => {
    expect(Math.min(...simple.map(modulationRatio))).toBeGreaterThan(1);
    expect(Math.max(...complex.map(modulationRatio))).toBeLessThan(0.2);
  });

  test('half widths of orientation tuning spread around 15 to 28 degrees', () => {
    const widths = cells.map((cell) => orientationHalfWidth(cell, 6));
    expect(median(widths)).toBeGreaterThan(15);
    expect(median(widths)).toBeLessThan(28);
    expect(shareOf(widths.map((width) => width < 50))).toBeGreaterThan(0.85);
    expect(Math.max(...widths)).toBeGreaterThan(2 * Math.min(...widths));
  });

  test('contrast responses saturate with the semi-saturation that a cell was given, .2 to .4', () => {
    for (const cell of cells.slice(8, 24)) {
      const measured = semiSaturationContrast(cell);
      expect(Math.abs(measured / cell.semiSaturation - 1)).toBeLessThan(0.1);
      expect(measured).toBeGreaterThan(0.18);
      expect(measured).toBeLessThan(0.42);
    }
  });

  test('frequency tuning peaks at the preferred one and falls within an octave and a half', () => {
    const relative = (octaves: number) =>
      median(cells.map((cell) => meanRate(cell, { octaves }) / meanRate(cell, {})));
    for (const octaves of [-0.5, 0.5]) expect(relative(octaves)).toBeLessThan(0.8);
    for (const octaves of [-1.5, 1.5]) expect(relative(octaves)).toBeLessThan(0.15);
  });

  test('patches drive cells the more the larger, until the surround suppresses', () => {
    const relative = [0.25, 0.75, 3].map((radius) =>
      median(cells.map((cell) => meanRate(cell, { radius }) / meanRate(cell, {}))),
    );
    expect(relative[0]).toBeLessThan(0.6);
    expect(relative[1]).toBeGreaterThan(1.3);
    expect(relative[1]).toBeLessThan(2);
    expect(Math.abs(relative[2] - 1)).toBeLessThan(0.05);
  });
});
