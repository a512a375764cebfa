import { type Table, table } from '../../core/assembly/table.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { PictureFormat } from '../../core/contracts/pictures.ts';
import type { Population } from '../../core/contracts/population.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { contrastOf } from '../../core/neurons/contrast.ts';
import { neuroidIds } from '../../core/neurons/neuroid-ids.ts';
import { countingWindow } from '../../core/neurons/rates.ts';
import { simulatedResponses } from '../../core/neurons/simulated-responses.ts';
import { drawSiteNeurons, ownNeurons } from '../../core/neurons/site-neurons.ts';
import { normalisedDrives } from './drive.ts';
import { drawNeighbour, drawNeuroid, requireResolution, type V1Neuroid } from './neuroids.ts';
import type { V1Options } from './options.ts';
import { receptiveField } from './receptive-field.ts';

export function createV1Gabor(options: V1Options, id: string, random: RandomStreams): Population {
  return {
    simulated: true,
    regions: ['V1'],
    description:
      `${options.neuroids} simulated V1 neuroids: simple and complex cells with the tuning of macaque V1, ` +
      'normalised by the contrast around them.',
    respond: async (stimuli) => {
      requireResolution(stimuli.format);
      const neurons = drawNeurons(options, stimuli.format, random.scope('neuroids'));
      return simulatedResponses(
        stimuli,
        {
          neuroids: describe(ownNeurons(neurons, options.multiUnit), id),
          counts: await expectedCounts(stimuli, neurons),
          tuning: tuningOf(neurons),
          spontaneous: neurons.map(({ spontaneousRate }) => spontaneousRate),
        },
        options,
        random.scope('trials'),
      );
    },
  };
}

function drawNeurons(options: V1Options, format: PictureFormat, random: RandomStreams): readonly V1Neuroid[] {
  return drawSiteNeurons(
    options,
    random,
    (stream) => drawNeuroid(options.complexShare, format, stream),
    (of, stream) => drawNeighbour(of, options.complexShare, format, stream),
  );
}

/** `[presentation, neuron]`; the normalised drive alone saturates. */
async function expectedCounts(stimuli: StimulusSet, neurons: readonly V1Neuroid[]): Promise<Float64Array> {
  const { width, height } = stimuli.format;
  const fields = neurons.map((neuron) => receptiveField(neuron, stimuli.format));
  const counts = new Float64Array(stimuli.table.length * neurons.length);
  for await (const { start, frames } of stimuli.blocks('presented'))
    normalisedDrives(contrastOf(frames, width, height), neurons, fields).forEach((drive, index) => {
      const { peakRate, spontaneousRate } = neurons[index % neurons.length];
      counts[start * neurons.length + index] =
        countingWindow * (spontaneousRate + (peakRate - spontaneousRate) * drive);
    });
  return counts;
}

function describe(neuroids: readonly V1Neuroid[], id: string): Table {
  const column = (value: (neuroid: V1Neuroid) => number) => Float64Array.from(neuroids, value);
  return table({
    neuroid_id: neuroidIds(id, neuroids.length),
    region: neuroids.map(() => 'V1'),
    kind: neuroids.map(({ kind }) => kind),
    frequency: column(({ frequency }) => frequency),
    frequencies_redrawn: column(({ redrawn }) => redrawn),
    orientation: column(({ orientation }) => orientation),
    phase: column(({ phase }) => phase),
    x: column(({ x }) => x),
    y: column(({ y }) => y),
    sigma_along: column(({ along }) => along),
    sigma_across: column(({ across }) => across),
    exponent: column(({ exponent }) => exponent),
    semi_saturation: column(({ semiSaturation }) => semiSaturation),
    peak_rate: column(({ peakRate }) => peakRate),
  });
}

/** What makes two cells alike: orientation, frequency in octaves and place in degrees, on comparable scales. */
function tuningOf(neuroids: readonly V1Neuroid[]): Matrix {
  const rows = neuroids.map(({ orientation, frequency, x, y }) => {
    const doubled = (orientation * Math.PI) / 90;
    return [Math.cos(doubled), Math.sin(doubled), Math.log2(frequency) - 1.5, x / 3, y / 3];
  });
  return { rows: rows.length, columns: 5, data: Float64Array.from(rows.flat()) };
}
