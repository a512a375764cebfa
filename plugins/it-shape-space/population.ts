import { type Table, table } from '../../core/assembly/table.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Population } from '../../core/contracts/population.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { neuroidIds } from '../../core/neurons/neuroid-ids.ts';
import { expectedCount } from '../../core/neurons/rates.ts';
import { simulatedResponses } from '../../core/neurons/simulated-responses.ts';
import { drawSiteNeurons, ownNeurons } from '../../core/neurons/site-neurons.ts';
import { shapeDrives, toleratedShare } from './drive.ts';
import { type Latents, latentsOf, requireObjects } from './latents.ts';
import { drawNeighbour, drawNeuroid, type Exemplars, type ItNeuroid } from './neuroids.ts';
import type { ItOptions } from './options.ts';
import { type FeatureBlocks, shapeFeatures } from './shape-features.ts';
import { createShapeSpace, project, type ShapeSpace } from './shape-space.ts';

const smallestReference = 1e-9;
const ownSpace =
  '; the space is spanned by the very stimuli that are shown, so other stimuli meet other neuroids';

export function createItShapeSpace(
  options: ItOptions,
  algebra: LinearAlgebra,
  id: string,
  random: RandomStreams,
): Population {
  return {
    simulated: true,
    regions: ['IT'],
    looksAt: 'object-alone',
    description:
      `${options.neuroids} simulated IT neuroids: tuned to views in a space of object shapes, ` +
      `blind to the background, tolerant to position, size and view${options.space === undefined ? ownSpace : ''}.`,
    respond: async (stimuli, others) => {
      const spanning = named('space', options.space, stimuli, others);
      const preferred = named('preferences', options.preferences, spanning, others);
      for (const set of [stimuli, spanning, preferred]) requireObjects(set);
      const latents = latentsOf(stimuli, options.sceneWidth);
      const shapes = await shapeFeatures(stimuli);
      const spanningShapes = spanning === stimuli ? shapes : await shapeFeatures(spanning);
      const preferredShapes = preferred === spanning ? spanningShapes : await shapeFeatures(preferred);
      const space = spaceOf(spanning, spanningShapes, options.axes, algebra);
      const exemplars = project(spanningShapes, space, algebra);
      const neuroids = drawNeuroids(
        options,
        { places: project(preferredShapes, space, algebra), deviations: space.deviations },
        random,
      );
      const places = project(shapes, space, algebra);
      return simulatedResponses(
        stimuli,
        {
          neuroids: describe(ownNeurons(neuroids, options.multiUnit), id),
          counts: expectedCounts(neuroids, places, exemplars, latents),
          tuning: tuningOf(neuroids, exemplars.columns),
          spontaneous: neuroids.map(({ rates }) => rates.spontaneous),
        },
        options,
        random.scope('trials'),
      );
    },
  };
}

/** The stimulus set that an option names, or the usual one. Throws InputError for a set that is not there. */
function named(
  option: 'space' | 'preferences',
  name: string | undefined,
  usual: StimulusSet,
  others: ReadonlyMap<string, StimulusSet>,
): StimulusSet {
  if (name === undefined || name === usual.id) return usual;
  const set = others.get(name);
  if (set) return set;
  throw new InputError(
    `it-shape-space: ${option} names the stimulus set "${name}", which the scene does not have`,
  );
}

function spaceOf(
  spanning: StimulusSet,
  shapes: FeatureBlocks,
  axes: number,
  algebra: LinearAlgebra,
): ShapeSpace {
  if (shapes.some(differ)) return createShapeSpace(shapes, axes, algebra);
  throw new InputError(
    `it-shape-space: stimulus set "${spanning.id}" spans no shape space, as its objects all look alike; ` +
      'it needs at least two different ones',
  );
}

function differ({ data, columns }: Matrix): boolean {
  return data.some((value, index) => Math.abs(value - data[index % columns]) > 1e-9);
}

/** The neurons of all sites. */
function drawNeuroids(options: ItOptions, exemplars: Exemplars, random: RandomStreams): readonly ItNeuroid[] {
  return drawSiteNeurons(
    options,
    random.scope('neuroids'),
    (stream) => drawNeuroid(exemplars, stream),
    (of, stream) => drawNeighbour(of, exemplars, stream),
  );
}

/** `[presentation, neuroid]`; the mean rate is reached at the mean drive of the exemplars in the best place and size. */
function expectedCounts(
  neuroids: readonly ItNeuroid[],
  places: Matrix,
  exemplars: Matrix,
  latents: Latents,
): Float64Array {
  const counts = new Float64Array(places.rows * neuroids.length);
  neuroids.forEach((neuroid, index) => {
    const drives = shapeDrives(neuroid, places);
    const reference = Math.max(smallestReference, mean(shapeDrives(neuroid, exemplars)));
    drives.forEach((drive, row) => {
      const tolerated = drive * toleratedShare(neuroid, latents, row);
      counts[row * neuroids.length + index] = expectedCount(tolerated, reference, neuroid.rates);
    });
  });
  return counts;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function describe(neuroids: readonly ItNeuroid[], id: string): Table {
  const column = (value: (neuroid: ItNeuroid) => number) => Float64Array.from(neuroids, value);
  return table({
    neuroid_id: neuroidIds(id, neuroids.length),
    region: neuroids.map(() => 'IT'),
    kind: neuroids.map(({ kind }) => kind),
    selectivity: column(({ selectivity }) => selectivity),
    x: column(({ x }) => x),
    y: column(({ y }) => y),
    position_tolerance: column(({ positionTolerance }) => positionTolerance),
    size: column(({ size }) => size),
    size_tolerance: column(({ sizeTolerance }) => sizeTolerance),
    ...Object.fromEntries(
      ['yaw', 'pitch', 'roll'].map((name, index) => [name, column(({ view }) => degrees(view[index]))]),
    ),
    view_tolerance: column(({ viewTolerance }) => degrees(viewTolerance)),
    mean_rate: column(({ rates }) => rates.mean),
  });
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

/** What makes two neuroids alike: the direction in the shape space along which they respond. */
function tuningOf(neuroids: readonly ItNeuroid[], columns: number): Matrix {
  const data = new Float64Array(neuroids.length * columns);
  neuroids.forEach(({ kind, weights, preferred }, row) => {
    weights.forEach((weight, axis) => {
      data[row * columns + axis] = kind === 'radial' ? Math.abs(weight) * preferred[axis] : weight;
    });
  });
  return { rows: neuroids.length, columns, data };
}
