import { assembly, coordinatesOf } from '../assembly/assembly.ts';
import { strings, type Table, table } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Responses } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { loseRepetitions } from './missing-repetitions.ts';
import { countingWindow } from './rates.ts';
import type { SimulatedOptions, TimeBins } from './simulated-options.ts';
import { drawSites, type Site } from './sites.ts';
import { drawSpikes, type Neurons } from './spikes.ts';
import { binCount } from './time-course.ts';
import { expectedOfSites, trueReliability } from './true-reliability.ts';

/** What a simulated population computes before noise comes in. */
export interface Simulation {
  /** One row per site, with `neuroid_id` and `region`. */
  readonly neuroids: Table;
  /** Expected counts, `[presentation, neuron]`; every site has `multiUnit` neurons, one behind the other. */
  readonly counts: Float64Array;
  /** `[neuron, dimension]`, as `drawSpikes` wants it. */
  readonly tuning: Matrix;
  /** Spikes per second without drive, one per neuron. */
  readonly spontaneous: ArrayLike<number>;
}

/** Bytes that a time course may take. */
const largestTimeCourse = 2 ** 31;

/**
 * Draws the sites and their trials; labels the expected counts of the sites as the truth. The table of neuroids gains
 * `neurons`, `spontaneous_rate` (spikes/s), `latency` (ms), `dead` (1 or 0), `drift` (log gain) and `true_reliability`
 * of the mean over the repetitions, for these stimuli.
 * Throws InputError for a time course that is too large.
 */
export function simulatedResponses(
  stimuli: StimulusSet,
  { neuroids, counts, tuning, spontaneous }: Simulation,
  options: SimulatedOptions,
  random: RandomStreams,
): Responses {
  const presentations = stimuli.table.length;
  requireSize(presentations, options);
  const stimulusIds = strings(stimuli.table, 'stimulus_id');
  const sites = drawSites(strings(neuroids, 'region'), options, random.scope('sites'));
  const expected = { rows: presentations, columns: tuning.rows, data: counts };
  const neurons: Neurons = { expected, tuning, spontaneous };
  const { trials, timeCourse } = drawSpikes(stimulusIds, neurons, sites, options, random);
  const left = loseRepetitions(
    { trials, timeCourse },
    stimulusIds,
    options,
    random.scope('lost presentations'),
  );
  const names = table({
    neuroid_id: strings(neuroids, 'neuroid_id'),
    region: strings(neuroids, 'region'),
  });
  const labels = {
    coordinates: {
      stimulus_id: { dimension: 'presentation', values: stimulusIds },
      ...coordinatesOf(names, 'neuroid'),
    },
    attributes: { simulated: true, unit: 'spikes per presentation', window_seconds: countingWindow },
  };
  const shape = [presentations, neuroids.length];
  return {
    neuroids: table({
      ...neuroids.columns,
      ...siteColumns(sites, spontaneous),
      true_reliability: trueReliability(neurons, sites, options, left),
    }),
    trials: assembly({
      dimensions: ['repetition', 'presentation', 'neuroid'],
      shape: [options.repetitions, ...shape],
      data: trials,
      ...labels,
    }),
    truth: assembly({
      dimensions: ['presentation', 'neuroid'],
      shape,
      data: expectedOfSites(expected, sites),
      ...labels,
    }),
    ...(timeCourse &&
      options.timeBins && {
        timeCourse: assembly({
          dimensions: ['repetition', 'presentation', 'neuroid', 'time_bin'],
          shape: [options.repetitions, ...shape, binCount(options.timeBins)],
          data: timeCourse,
          coordinates: { ...labels.coordinates, ...binEdges(options.timeBins) },
          attributes: { simulated: true, unit: 'spikes per bin' },
        }),
      }),
  };
}

function siteColumns(sites: readonly Site[], spontaneous: ArrayLike<number>) {
  const perSite = spontaneous.length / sites.length;
  const rates = new Float64Array(sites.length);
  for (let neuron = 0; neuron < spontaneous.length; neuron++)
    rates[Math.floor(neuron / perSite)] += spontaneous[neuron];
  return {
    neurons: new Float64Array(sites.length).fill(perSite),
    spontaneous_rate: rates,
    latency: Float64Array.from(sites, ({ latency }) => latency),
    dead: Float64Array.from(sites, ({ dead }) => Number(dead)),
    drift: Float64Array.from(sites, ({ drift }) => drift),
  };
}

function binEdges(bins: TimeBins) {
  const edges = (offset: number) => ({
    dimension: 'time_bin',
    values: Float64Array.from(
      { length: binCount(bins) },
      (_, bin) => bins.from + (bin + offset) * bins.width,
    ),
  });
  return { time_bin_start: edges(0), time_bin_end: edges(1) };
}

function requireSize(presentations: number, { neuroids, repetitions, timeBins }: SimulatedOptions): void {
  if (!timeBins) return;
  const bytes = 4 * repetitions * presentations * neuroids * binCount(timeBins);
  if (bytes <= largestTimeCourse) return;
  throw new InputError(
    `timeBins: ${binCount(timeBins)} bins of ${repetitions} repetitions of ${presentations} stimuli at ${neuroids} ` +
      `neuroids take ${(bytes / 2 ** 30).toFixed(1)} GB, and 2 GB are the limit; use wider bins, fewer neuroids or repetitions`,
  );
}
