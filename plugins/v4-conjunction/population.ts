import { type Table, table } from '../../core/assembly/table.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Population } from '../../core/contracts/population.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { neuroidIds } from '../../core/neurons/neuroid-ids.ts';
import { simulatedResponses } from '../../core/neurons/simulated-responses.ts';
import { drawSiteNeurons, ownNeurons } from '../../core/neurons/site-neurons.ts';
import { complexAfferents } from './afferents.ts';
import { calibratedCounts } from './calibrated-counts.ts';
import { frequencies, type Lattice, latticeOf } from './lattice.ts';
import { templateMatch } from './match.ts';
import { drawNeighbour, drawNeuroid, type V4Neuroid } from './neuroids.ts';
import type { V4Options } from './options.ts';
import { placementsOf, templateOf } from './template.ts';
import { createThresholds } from './thresholds.ts';

export function createV4Conjunction(options: V4Options, id: string, random: RandomStreams): Population {
  return {
    simulated: true,
    regions: ['V4'],
    description:
      `${options.neuroids} simulated V4 neuroids: conjunctions of oriented contrast along curved contours, ` +
      'tolerant to position within their receptive fields.',
    respond: async (stimuli) => {
      const neurons = drawNeurons(options, stimuli.format, random.scope('neuroids'));
      const lattice = latticeOf(stimuli.format);
      const counts = await calibratedCounts(
        stimuli,
        neurons.map(({ rates }) => rates),
        createThresholds(neurons, (frames) => matches(frames, neurons, lattice)),
        random.scope('calibration'),
      );
      return simulatedResponses(
        stimuli,
        {
          neuroids: describe(ownNeurons(neurons, options.multiUnit), id),
          counts,
          tuning: tuningOf(neurons),
          spontaneous: neurons.map(({ rates }) => rates.spontaneous),
        },
        options,
        random.scope('trials'),
      );
    },
  };
}

function drawNeurons(options: V4Options, format: PictureFormat, random: RandomStreams): readonly V4Neuroid[] {
  return drawSiteNeurons(
    options,
    random,
    (stream) => drawNeuroid(options.sparseness, format, stream),
    (of, stream) => drawNeighbour(of, options.sparseness, format, stream),
  );
}

/** Template matches `[picture, neuroid]`. */
function matches(frames: Frames, neuroids: readonly V4Neuroid[], lattice: Lattice): Float64Array {
  const afferents = complexAfferents(frames, lattice);
  const result = new Float64Array(frames.count * neuroids.length);
  neuroids.forEach((neuroid, index) => {
    const template = templateOf(neuroid);
    const placements = placementsOf(neuroid, lattice);
    for (let picture = 0; picture < frames.count; picture++)
      result[picture * neuroids.length + index] = templateMatch(
        afferents[neuroid.level][picture],
        lattice,
        template,
        placements,
      );
  });
  return result;
}

function describe(neuroids: readonly V4Neuroid[], id: string): Table {
  const column = (value: (neuroid: V4Neuroid) => number) => Float64Array.from(neuroids, value);
  return table({
    neuroid_id: neuroidIds(id, neuroids.length),
    region: neuroids.map(() => 'V4'),
    x: column(({ x }) => x),
    y: column(({ y }) => y),
    tolerance: column(({ tolerance }) => tolerance),
    frequency: column(({ level }) => frequencies[level]),
    fragments: column(({ fragments }) => fragments.length),
    direction: column(({ fragments }) => (fragments[0].direction * 180) / Math.PI),
    curvature: column(({ fragments }) => fragments[0].curvature),
    threshold: column(({ threshold }) => threshold),
    mean_rate: column(({ rates }) => rates.mean),
  });
}

/** What makes two neuroids alike: direction, curvature and place of their first fragment, on comparable scales. */
function tuningOf(neuroids: readonly V4Neuroid[]): Matrix {
  const rows = neuroids.map(({ x, y, fragments: [{ direction, curvature }] }) => [
    Math.cos(direction),
    Math.sin(direction),
    curvature / 3,
    x / 3,
    y / 3,
  ]);
  return { rows: rows.length, columns: 5, data: Float64Array.from(rows.flat()) };
}
