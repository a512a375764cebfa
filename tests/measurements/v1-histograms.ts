import { writeFileSync } from 'node:fs';
import * as Plot from '@observablehq/plot';
import { createRandomStreams } from '../../core/random/streams.ts';
import { draw } from '../../core/reporting/figures/drawing.ts';
import { drawNeuroid } from '../../plugins/v1-gabor/neuroids.ts';
import { chiSquareProbability } from '../support/chi-square.ts';
import { type Histogram, histogramsOf } from '../support/published-v1.ts';
import {
  drawCells,
  modulationRatio,
  orientationHalfWidth,
  semiSaturationContrast,
} from '../support/v1-cells.ts';

/**
 * Draws 2,000 V1 cells beside the published histograms, and what gratings measure of 200: a page for a browser.
 * Run: node --import tsx tests/measurements/v1-histograms.ts FILE.html
 */
const [file = 'v1-histograms.html'] = process.argv.slice(2);
const format = { width: 512, height: 512, channels: 1, degrees: 8 } as const;
const random = createRandomStreams('distributions');
const cells = Array.from({ length: 2000 }, (_, cell) =>
  drawNeuroid(0.5, format, random.stream(String(cell))),
);
const [simple, complex] = [drawCells(100, 0), drawCells(100, 1)];
const both = [...simple, ...complex];

const charts = [
  ...histogramsOf(cells).map(besidePublished),
  measured('modulation ratio F1/F0', both.map(modulationRatio), 0.1),
  measured(
    'half width of orientation tuning, degrees',
    both.map((cell) => orientationHalfWidth(cell)),
    5,
  ),
  measured('semi-saturation contrast', both.map(semiSaturationContrast), 0.02),
];
writeFileSync(
  file,
  `<!doctype html><meta charset="utf-8"><body style="font-family: sans-serif; display: flex; flex-wrap: wrap">` +
    `<p style="width: 100%; margin: 8px">Red: published. Blue: all or simple cells; orange: complex cells.</p>${charts.join('')}`,
);

/** Bars: cells drawn; dots: what the published counts lead one to expect. */
function besidePublished({ name, bins, counts, published }: Histogram): string {
  const drawn = counts.reduce((sum, count) => sum + count, 0);
  const total = published.reduce((sum, count) => sum + count, 0);
  const expected = published.map((count) => (count * drawn) / total);
  const probability = chiSquareProbability(counts, published);
  console.log(`${name}: ${drawn} cells, p = ${probability.toFixed(3)}`);
  return chart(`${name}: ${drawn} cells, p = ${probability.toFixed(2)}`, {
    x: { domain: bins, tickRotate: -60, label: null },
    y: { label: 'cells', grid: true },
    marks: [
      Plot.barY(counts, { x: bins, y: counts, fill: '#9ecae1' }),
      Plot.dot(expected, { x: bins, y: expected, fill: '#d62728', r: 3 }),
      Plot.ruleY([0]),
    ],
  });
}

function measured(name: string, values: readonly number[], step: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))].toFixed(2);
  console.log(
    `${name}: median ${at(0.5)} [${at(0.05)}, ${at(0.95)}], simple ${spread(values.slice(0, 100))}`,
  );
  return chart(`${name}: median ${at(0.5)} [${at(0.05)}, ${at(0.95)}]`, {
    marginBottom: 30,
    x: { label: null },
    y: { label: 'cells', grid: true },
    marks: [
      Plot.rectY(
        values.map((value, index) => ({ value, kind: index < simple.length ? 'simple' : 'complex' })),
        Plot.binX<Plot.RectYOptions>({ y: 'count' }, { x: { value: 'value', interval: step }, fill: 'kind' }),
      ),
      Plot.ruleY([0]),
    ],
    color: { domain: ['simple', 'complex'], range: ['#9ecae1', '#fdae6b'] },
  });
}

function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(2)} … ${Math.max(...values).toFixed(2)}`;
}

function chart(title: string, options: Plot.PlotOptions): string {
  const svg = draw(title, { width: 460, height: 260, marginBottom: 80, ...options });
  return `<figure style="margin: 8px"><figcaption>${title}</figcaption>${svg}</figure>`;
}
