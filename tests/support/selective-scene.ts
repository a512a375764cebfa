import { stackColumns } from '../../core/assembly/matrix.ts';
import { table } from '../../core/assembly/table.ts';
import type {
  BackboneEvidence,
  BackbonePlan,
  Evidence,
  RegionResponses,
  TrainingFacts,
} from '../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { createFeatures } from '../../core/statistics/features.ts';

/** What is true of the networks of one condition. */
export interface ConditionTruth {
  /** Share of units of `middle` that prefer faces; the others prefer nothing. */
  readonly faces: number;
  /** Standard deviation of that share over networks. */
  readonly spread?: number;
  /** Whether units prefer on the independent set what they prefer on the localizer; else they prefer any class. */
  readonly keeps?: boolean;
  /** Whether the last layer knows faces from the units that prefer them; else it knows them without, and reads the others. */
  readonly used?: boolean;
}

export interface SelectiveTruth {
  readonly complete: ConditionTruth;
  readonly deprived: ConditionTruth;
  readonly untrained: ConditionTruth;
  readonly networks?: number;
  /** Whether sites that prefer faces can be told from the others by what units hold. */
  readonly sitesFollow?: boolean;
  readonly units?: number;
}

export const classes = ['faces', 'bodies', 'objects'];
const sites = 20;
const perClass = { localizer: 20, independent: 26 };
type SetName = keyof typeof perClass;

/** A scene with networks that are selective for faces by construction. */
export function selectiveScene(
  truth: SelectiveTruth,
  random: RandomStreams,
  algebra: LinearAlgebra,
): Evidence {
  const sets = new Map((['localizer', 'independent'] as const).map((id) => [id, stimulusSet(id, random)]));
  const models = (['complete', 'deprived', 'untrained'] as const).flatMap((condition) =>
    Array.from({ length: truth.networks ?? 3 }, (_, index) =>
      network(
        { ...planOf(condition, index), truth: truth[condition], units: truth.units ?? 40 },
        random.scope(`${condition}/${index}`),
        algebra,
      ),
    ),
  );
  const diet = { length: 3, columns: { category_name: ['faces', 'chairs', 'cars'] } };
  return {
    layers: [],
    backbones: [],
    performance: [],
    regions: ['IT'],
    depth: new Map(),
    plan: {
      presented: 'independent',
      tables: new Map([...Array.from(sets, ([id, set]) => [id, set.table] as const), ['diet', diet]]),
      backbones: models,
      populations: [{ id: 'IT', plugin: 'simulated', simulated: true, regions: ['IT'] }],
      protocols: ['k-fold'],
    },
    models,
    sets,
    responses: async (id) => [siteResponses(id as SetName, truth.sitesFollow ?? true, random)],
    responsesAnew: async () => [],
    remember: (_inputs, compute) => compute(),
  };
}

function planOf(condition: 'complete' | 'deprived' | 'untrained', index: number): BackbonePlan {
  const excluded = condition === 'deprived' ? ['faces'] : [];
  const training: TrainingFacts = {
    objective: 'category-objective',
    options: {},
    on: 'diet',
    stimuli: 3,
    rows: condition === 'deprived' ? [1, 2] : [0, 1, 2],
    excluded,
    checkpoint: 1,
    of: `${condition}-${index + 1}`,
  };
  return {
    id: `${condition}-${index + 1}`,
    plugin: 'cnn',
    family: 'cnn',
    layers: ['first', 'middle', 'last'].map((name) => ({ name, shape: [8] })),
    ...(condition !== 'untrained' && { training }),
  };
}

function network(
  plan: BackbonePlan & { readonly truth: ConditionTruth; readonly units: number },
  random: RandomStreams,
  algebra: LinearAlgebra,
  silenced: readonly number[] = [],
): BackboneEvidence {
  const { truth, units, ...facts } = plan;
  const middle = (set: SetName) => {
    const values = middleUnits(set, truth, units, random);
    for (const unit of silenced)
      for (let row = 0; row < values.rows; row++) values.data[row * units + unit] = 0;
    return values;
  };
  const read: Readonly<Record<string, (set: SetName) => Matrix>> = {
    first: (set) => noise(random.stream(`first/${set}`), classes.length * perClass[set], 8),
    middle,
    last: (set) => lastUnits(middle(set), truth, units, random, algebra),
  };
  return {
    ...facts,
    features: async (layer, set) => createFeatures(read[layer](set as SetName), algebra),
    outputs: () => Promise.reject(new Error('no outputs')),
    outputNames: async () => [],
    lesioned: (layer, more) => {
      if (layer !== 'middle') throw new Error(`lesion of ${layer}`);
      return network(plan, random, algebra, [...silenced, ...more]);
    },
  };
}

/** Which units prefer faces, one random draw for all of a network. */
function preferring({ faces, spread = 0 }: ConditionTruth, units: number, random: RandomStreams): number {
  return Math.max(0, Math.round(units * random.stream('share').normal(faces, spread)));
}

function middleUnits(set: SetName, truth: ConditionTruth, units: number, random: RandomStreams): Matrix {
  const values = noise(random.stream(`middle/${set}`), classes.length * perClass[set], units);
  const preferences = random.stream('preferences');
  for (let unit = 0; unit < preferring(truth, units, random); unit++) {
    const other = preferences.integer(classes.length);
    const own = set === 'independent' && truth.keeps === false ? other : 0;
    for (let row = 0; row < values.rows; row++)
      if (Math.floor(row / perClass[set]) === own) values.data[row * units + unit] += 2;
  }
  return values;
}

/** Eight units that add up units of `middle`, and one for each class that owes nothing to them. */
function lastUnits(
  middle: Matrix,
  truth: ConditionTruth,
  units: number,
  random: RandomStreams,
  algebra: LinearAlgebra,
): Matrix {
  const { used = true } = truth;
  const weights = noise(random.stream('weights'), units, 8);
  const count = preferring(truth, units, random);
  for (let unit = 0; unit < units; unit++)
    for (let target = 0; target < 8; target++) if (unit < count !== used) weights.data[unit * 8 + target] = 0;
  const sums = algebra.multiply(middle, weights);
  const own = noise(random.stream(`last/${middle.rows}`), middle.rows, classes.length);
  for (let row = 0; row < middle.rows; row++) {
    const label = Math.floor((row * classes.length) / middle.rows);
    if (label > 0 || !used) own.data[row * classes.length + label] += 2;
  }
  return stackColumns([sums, own]);
}

function siteResponses(set: SetName, follow: boolean, random: RandomStreams): RegionResponses {
  const means = noise(random.stream(`sites/${set}`), classes.length * perClass[set], sites);
  for (let site = 0; site < sites / 2; site++)
    for (let row = 0; row < means.rows; row++)
      if (follow ? row < perClass[set] : false) means.data[row * sites + site] += 2;
  return {
    population: 'IT',
    region: 'IT',
    simulated: true,
    neuroidIds: Array.from({ length: sites }, (_, site) => `${site}`),
    means,
    truth: undefined,
    reliabilities: Array(sites).fill(0.9),
    halves: undefined,
  };
}

function stimulusSet(id: SetName, random: RandomStreams): StimulusSet {
  const stream = random.stream(`views/${id}`);
  const labels = classes.flatMap((name) => Array<string>(perClass[id]).fill(name));
  const view = (spread: number) => Float64Array.from(labels, () => stream.uniform(-spread, spread));
  return {
    id,
    key: id,
    table: table({
      stimulus_id: labels.map((_, row) => `${id}-${row}`),
      category_name: labels,
      ty: view(0.6),
      tz: view(1.2),
      s: view(0.5).map((octaves) => 2 ** octaves),
      rxy: view(90),
    }),
    format: { width: 64, height: 64, channels: 1, degrees: 8 },
    appearances: ['presented'],
    blocks: () => {
      throw new Error('no pictures');
    },
    frames: () => Promise.reject(new Error('no pictures')),
    silhouettes: () => Promise.reject(new Error('no silhouettes')),
  };
}

function noise(stream: RandomStream, rows: number, columns: number): Matrix {
  return { rows, columns, data: Float64Array.from({ length: rows * columns }, () => stream.normal()) };
}
