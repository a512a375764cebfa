import type { Assembly, AssemblyData } from '../../core/assembly/assembly.ts';
import { type Table, table } from '../../core/assembly/table.ts';
import { requireLayers, unitsOf } from '../../core/backbones/layers.ts';
import type { Backbone } from '../../core/contracts/backbone.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { Population, Responses } from '../../core/contracts/population.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { calibrationPictures } from '../../core/neurons/calibration-pictures.ts';
import { neuroidIds } from '../../core/neurons/neuroid-ids.ts';
import { simulatedResponses } from '../../core/neurons/simulated-responses.ts';
import { drawSiteNeurons, ownNeurons } from '../../core/neurons/site-neurons.ts';
import {
  drawNeighbour,
  drawNeuroid,
  expectedCount,
  type LinearMap,
  linearMap,
  type TeacherNeuroid,
} from './neuroids.ts';
import type { TeacherOptions } from './options.ts';
import { measureUnits, type Units } from './units.ts';

/** Pictures over which units are measured. */
const calibrationCount = 48;

/** Throws InputError when the backbone lacks the layer. */
export function createTeacherPopulation(
  options: TeacherOptions,
  backbone: Backbone,
  id: string,
  random: RandomStreams,
): Population {
  const [layer] =
    options.layer === undefined ? backbone.layers.slice(-1) : requireLayers(backbone.layers, [options.layer]);
  const teacher = `${backbone.family} ${layer.name}`;
  const units = unitsOf(layer);

  async function activationsOf(frames: Frames, format: PictureFormat): Promise<Float32Array> {
    const activations = await backbone.activations(frames, format, [layer.name]);
    const values = activations.get(layer.name);
    if (values) return values;
    throw new RangeError(`the backbone gave no activations of ${layer.name}`);
  }

  async function expectedCounts(stimuli: StimulusSet, maps: readonly LinearMap[]): Promise<Float64Array> {
    const counts = new Float64Array(stimuli.table.length * maps.length);
    for await (const { start, frames } of stimuli.blocks()) {
      const activations = await activationsOf(frames, stimuli.format);
      counts.set(expectedOf(maps, activations, units), start * maps.length);
    }
    return counts;
  }

  return {
    simulated: true,
    regions: ['teacher'],
    description:
      `${options.neuroids} simulated neuroids, teacher: ${teacher}; sparse non-negative sums of a network's units, ` +
      'a copy of that network and no brain.',
    respond: async (stimuli) => {
      const pictures = calibrationPictures(calibrationCount, stimuli.format, random.scope('calibration'));
      const calibration = await activationsOf(pictures, stimuli.format);
      const measured = measureUnits(calibration, units);
      if (measured.live.length === 0)
        throw new InputError(
          `teacher-population: no unit of layer "${layer.name}" answers to pictures; choose another layer`,
        );
      const neurons = drawNeurons(options, measured, random.scope('neuroids'));
      const maps = neurons.map((neuron) => linearMap(neuron, measured));
      return labelled(
        simulatedResponses(
          stimuli,
          {
            neuroids: describe(neurons, maps, { id, teacher, multiUnit: options.multiUnit }),
            counts: await expectedCounts(stimuli, maps),
            tuning: tuningOf(expectedOf(maps, calibration, units), maps.length),
            spontaneous: neurons.map(({ rates }) => rates.spontaneous),
          },
          options,
          random.scope('trials'),
        ),
        teacher,
      );
    },
  };
}

/** The neurons of all sites. */
function drawNeurons(
  options: TeacherOptions,
  units: Units,
  random: RandomStreams,
): readonly TeacherNeuroid[] {
  return drawSiteNeurons(
    options,
    random,
    (stream) => drawNeuroid(options.inputs, units, stream),
    drawNeighbour,
  );
}

/** `[picture, neuron]`. */
function expectedOf(maps: readonly LinearMap[], activations: Float32Array, units: number): Float64Array {
  return Float64Array.from({ length: (activations.length / units) * maps.length }, (_, index) => {
    const picture = Math.floor(index / maps.length);
    return expectedCount(
      maps[index % maps.length],
      activations.subarray(picture * units, (picture + 1) * units),
    );
  });
}

/** A site's weights are those of its neurons together, which share their inputs. */
function describe(
  neurons: readonly TeacherNeuroid[],
  maps: readonly LinearMap[],
  { id, teacher, multiUnit }: { readonly id: string; readonly teacher: string; readonly multiUnit: number },
): Table {
  const sites = ownNeurons(maps, multiUnit);
  const sum = (value: (map: LinearMap) => number) =>
    Float64Array.from(sites, (_, site) =>
      maps.slice(site * multiUnit, (site + 1) * multiUnit).reduce((total, map) => total + value(map), 0),
    );
  const columns = sites[0].inputs.flatMap((_, input) => [
    [`input_${input + 1}`, Float64Array.from(sites, ({ inputs }) => inputs[input])],
    [`weight_${input + 1}`, sum(({ weights }) => weights[input])],
  ]);
  return table({
    neuroid_id: neuroidIds(id, sites.length),
    region: sites.map(() => 'teacher'),
    teacher: sites.map(() => teacher),
    mean_rate: Float64Array.from(ownNeurons(neurons, multiUnit), ({ rates }) => rates.mean),
    offset: sum(({ offset }) => offset),
    ...Object.fromEntries(columns),
  });
}

/** What makes two neurons alike: how their expected counts over the calibration pictures correlate. */
function tuningOf(counts: Float64Array, neurons: number): Matrix {
  const pictures = counts.length / neurons;
  const data = new Float64Array(counts.length);
  for (let neuron = 0; neuron < neurons; neuron++) {
    const own = Float64Array.from({ length: pictures }, (_, picture) => counts[picture * neurons + neuron]);
    const mean = own.reduce((sum, count) => sum + count, 0) / pictures;
    data.set(
      own.map((count) => count - mean),
      neuron * pictures,
    );
  }
  return { rows: neurons, columns: pictures, data };
}

/** Says on every array whose copy this is. */
function labelled({ trials, truth, timeCourse, ...rest }: Responses, teacher: string): Responses {
  const label = <Data extends AssemblyData>(array: Assembly<Data>) => ({
    ...array,
    attributes: { ...array.attributes, teacher },
  });
  return {
    ...rest,
    trials: label(trials),
    ...(truth && { truth: label(truth) }),
    ...(timeCourse && { timeCourse: label(timeCourse) }),
  };
}
