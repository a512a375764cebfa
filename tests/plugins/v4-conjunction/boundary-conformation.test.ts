import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { calibrationPictures } from '../../../core/neurons/calibration-pictures.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { complexAfferents } from '../../../plugins/v4-conjunction/afferents.ts';
import { latticeOf } from '../../../plugins/v4-conjunction/lattice.ts';
import { templateMatch } from '../../../plugins/v4-conjunction/match.ts';
import { drawNeuroid } from '../../../plugins/v4-conjunction/neuroids.ts';
import { placementsOf, templateOf } from '../../../plugins/v4-conjunction/template.ts';
import { createThresholds } from '../../../plugins/v4-conjunction/thresholds.ts';
import { type ClosedContour, contourFrames } from '../../support/closed-contours.ts';
import { mean, median, pearson } from '../../support/correlation.ts';

const side = 64;
const format = { width: side, height: side, channels: 1, degrees: 8 } as const;
const random = createRandomStreams('boundary conformation');
const positions = [0, 45, 90, 135, 180, 225, 270, 315];
const around = (width: number, height: number): ClosedContour[] =>
  positions.map((position) => ({ position, width, height }));
const pointed = around(12, 0.9);
const medium = around(30, 0.7);
const broad = around(60, 0.5);
const shapes = [...pointed, ...medium, ...broad];
const neuroids = 40;

/** Neuroids as the population draws them, their fields moved to the middle; drives `[picture][neuroid]`. */
function recorder(sparseness: number) {
  const lattice = latticeOf(format);
  const drawn = Array.from({ length: neuroids }, (_, index) => ({
    ...drawNeuroid(sparseness, format, random.stream(String(index))),
    x: 0,
    y: 0,
    tolerance: 0.5,
  }));
  const templates = drawn.map((neuroid) => ({
    level: neuroid.level,
    template: templateOf(neuroid),
    placements: placementsOf(neuroid, lattice),
  }));
  const drivesOf = createThresholds(drawn, (frames) => {
    const afferents = complexAfferents(frames, lattice);
    return Float64Array.from({ length: frames.count * neuroids }, (_, index) => {
      const { level, template, placements } = templates[index % neuroids];
      return templateMatch(afferents[level][Math.floor(index / neuroids)], lattice, template, placements);
    });
  });
  const natural = drivesOf(calibrationPictures(24, format, random));
  const rows = (drives: Float64Array) =>
    Array.from({ length: drives.length / neuroids }, (_, row) =>
      Array.from(drives.subarray(row * neuroids, (row + 1) * neuroids)),
    );
  return { natural: rows(natural), record: (frames: Frames) => rows(drivesOf(frames)) };
}

const tuningOf = (drives: readonly (readonly number[])[], neuroid: number) =>
  drives.map((row) => row[neuroid]);
const overNeuroids = (measure: (neuroid: number) => number) =>
  median(Array.from({ length: neuroids }, (_, neuroid) => measure(neuroid)));

/** Of Vinje & Gallant (2000), Science 287:1273: 0 all alike, 1 one alone. */
function sparsenessOf(drives: readonly number[]): number {
  return (1 - mean(drives) ** 2 / mean(drives.map((drive) => drive ** 2))) / (1 - 1 / drives.length);
}

describe('closed shapes with one projection, as drawn neuroids see them', () => {
  const { natural, record } = recorder(0.8);
  const show = (shown: readonly ClosedContour[]) => record(contourFrames(side, shown));
  let drives: number[][];
  beforeAll(() => {
    drives = show(shapes);
  });
  const block = (first: number) => drives.slice(first * 8, first * 8 + 8);
  const modulation = (first: number) =>
    overNeuroids((neuroid) => {
      const tuning = tuningOf(block(first), neuroid);
      return (Math.max(...tuning) - Math.min(...tuning)) / (Math.max(...tuning) + Math.min(...tuning));
    });

  test('where the projection lies matters, the more the more pointed it is', () => {
    expect(modulation(0)).toBeGreaterThan(0.5);
    expect(modulation(0)).toBeGreaterThan(1.3 * modulation(2));
  });

  test('a preferred position stays when the projection is less pointed', () => {
    expect(
      overNeuroids((neuroid) => pearson(tuningOf(block(0), neuroid), tuningOf(block(1), neuroid))),
    ).toBeGreaterThan(0.75);
  });

  test('neuroids prefer different positions', () => {
    const best = Array.from({ length: neuroids }, (_, neuroid) => {
      const tuning = tuningOf(block(0), neuroid);
      return tuning.indexOf(Math.max(...tuning));
    });
    expect(new Set(best).size).toBeGreaterThanOrEqual(6);
  });

  test('tuning survives a small shift, and responses end beyond the field', () => {
    const near = show(shapes.map((shape) => ({ ...shape, x: 0.25, y: 0.2 })));
    const far = show(shapes.map((shape) => ({ ...shape, x: 2.4, y: 2.2 })));
    expect(
      overNeuroids((neuroid) => pearson(tuningOf(drives, neuroid), tuningOf(near, neuroid))),
    ).toBeGreaterThan(0.85);
    expect(
      overNeuroids((neuroid) => mean(tuningOf(far, neuroid)) / mean(tuningOf(drives, neuroid))),
    ).toBeLessThan(0.1);
  });

  test('responses to natural-like pictures are sparse, and sparser with a higher threshold', () => {
    const sparseness = (rows: number[][]) => overNeuroids((neuroid) => sparsenessOf(tuningOf(rows, neuroid)));
    expect(sparseness(natural)).toBeGreaterThan(0.35);
    expect(sparseness(recorder(2).natural)).toBeGreaterThan(sparseness(natural) + 0.1);
  });
});
