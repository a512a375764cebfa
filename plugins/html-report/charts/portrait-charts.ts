import * as Plot from '@observablehq/plot';
import type { PopulationPortrait, PortraitExample } from '../../../core/contracts/reporter.ts';
import { isCount } from '../../../core/recordings/units.ts';
import { counted, decimal, range } from '../../../core/reporting/words.ts';
import { median } from '../../../core/statistics/summaries.ts';
import type { Html } from '../page/html.ts';
import { inline } from './inline.ts';

const frame = { marginLeft: 44, marginRight: 16, marginTop: 28, marginBottom: 40 };
const size = { width: 300, height: 220, ...frame };
const ink = 'var(--series-1)';

/** How reliable the neuroids are. */
export function reliabilityHistogram({ reliabilities }: PopulationPortrait, name: string): Html {
  const middle = median(reliabilities);
  const extent = range(Math.min(...reliabilities), Math.max(...reliabilities));
  return inline(
    `Histogram, reliability of ${counted(reliabilities.length, 'neuroid')} of ${name}: median ${decimal(middle)}, range ${extent}.`,
    {
      ...size,
      x: { label: 'reliability', domain: [Math.min(0, ...reliabilities), 1], ticks: 5 },
      y: { label: 'neuroids', grid: true, ticks: 4 },
      marks: [
        Plot.rectY(
          reliabilities,
          Plot.binX<Plot.RectYOptions>(
            { y: 'count' },
            { x: Plot.identity, thresholds: 20, fill: ink, fillOpacity: 0.75 },
          ),
        ),
        Plot.ruleX([middle], { stroke: 'currentColor', strokeDasharray: '4 3' }),
        Plot.ruleY([0]),
      ],
    },
  );
}

/** Variance between repetitions over the mean, with the line on which a Poisson process lies where responses are counts. */
export function meanVariance({ variability, unit }: PopulationPortrait, name: string): Html | null {
  const points = variability.filter(({ mean, variance }) => mean > 0 && variance > 0);
  if (points.length === 0) return null;
  const fano = median(points.map(({ mean, variance }) => variance / mean));
  const means = points.map(({ mean }) => mean);
  const ends = [Math.min(...means), Math.max(...means)].map((mean) => ({ mean, variance: mean }));
  return inline(
    `Scatter plot, variance over mean of ${counted(points.length, 'neuroid')} of ${name}: the median ratio is ${decimal(fano)}.`,
    {
      ...size,
      x: { type: 'log', label: `mean (${unit})`, ticks: 4, tickFormat: '~g' },
      y: { type: 'log', label: 'variance between repetitions', grid: true, ticks: 4, tickFormat: '~g' },
      marks: [
        isCount(unit)
          ? Plot.line(ends, { x: 'mean', y: 'variance', stroke: 'currentColor', strokeDasharray: '4 3' })
          : null,
        Plot.dot(points, { x: 'mean', y: 'variance', fill: ink, fillOpacity: 0.6, r: 2.5, title: 'neuroid' }),
      ],
    },
  );
}

/** Mean responses to all stimuli, from the best to the worst. */
export function tuningCurve({ neuroid, tuning }: PortraitExample, unit: string): Html {
  const means = tuning.map(({ mean }) => mean);
  return inline(
    `Line chart, mean responses of ${neuroid} to its stimuli from the best, ${decimal(means[0])}, to the worst, ` +
      `${decimal(means.at(-1) ?? means[0])} ${unit}.`,
    {
      ...size,
      x: { label: 'stimulus, best first', ticks: 5 },
      y: { label: unit, grid: true, ticks: 5, domain: [Math.min(0, ...means), Math.max(0, ...means)] },
      marks: [
        Plot.areaY(tuning, { x: 'rank', y: 'mean', fill: ink, fillOpacity: 0.15 }),
        Plot.lineY(tuning, { x: 'rank', y: 'mean', stroke: ink, strokeWidth: 1.75 }),
      ],
    },
  );
}

/** Room for the axis beside the dots, in pixels. */
export const dotsGutter = 28;

/**
 * Every repetition of the best and the worst stimuli as a dot, one column per picture below.
 * @param width of the pictures, to which the axis adds `dotsGutter` on the left.
 */
export function trialDots({ neuroid, stimuli }: PortraitExample, unit: string, width: number): Html {
  const trials = stimuli.flatMap(({ trials: values }, place) =>
    values.map((value, index) => ({ value, x: place + 0.5 + spreadOut(index, values.length) })),
  );
  const means = stimuli.map(({ mean }, place) => ({ mean, from: place + 0.2, to: place + 0.8 }));
  const half = stimuli.length / 2;
  const described = stimuli.map(({ stimulus, mean }) => `${stimulus} ${decimal(mean)}`).join(', ');
  return inline(`Dots, single responses of ${neuroid} to its best and worst stimuli; means: ${described}.`, {
    width: width + dotsGutter,
    height: 150,
    marginLeft: dotsGutter,
    marginRight: 0,
    marginTop: 28,
    marginBottom: 6,
    x: { domain: [0, stimuli.length], axis: null },
    y: { label: unit, grid: true, ticks: 4, nice: true },
    marks: [
      Plot.ruleX([half], { stroke: 'var(--faint)' }),
      Plot.dot(trials, { x: 'x', y: 'value', fill: ink, fillOpacity: 0.55, r: 2 }),
      Plot.link(means, {
        x1: 'from',
        x2: 'to',
        y1: 'mean',
        y2: 'mean',
        stroke: 'currentColor',
        strokeWidth: 1.5,
      }),
    ],
  });
}

/** Places of the repetitions within the middle of a column. */
function spreadOut(index: number, count: number): number {
  return count < 2 ? 0 : 0.5 * (index / (count - 1) - 0.5);
}
