import { assembly } from '../../core/assembly/assembly.ts';
import { selectColumns, selectRows as selectMatrixRows } from '../../core/assembly/matrix.ts';
import { selectRows, table } from '../../core/assembly/table.ts';
import type { BackboneEvidence, Evidence, TrainingFacts } from '../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { createFeatures } from '../../core/statistics/features.ts';
import { splitHalves } from '../../core/statistics/reliability.ts';

const parts = ['fitting', 'new-images', 'new-objects', 'new-categories'] as const;

/** Share of the noiseless responses' variance that predictions hold, per part of the joined set: median over neuroids. */
export type Quality = Readonly<Record<(typeof parts)[number], number>>;

export interface DirectTruth {
  readonly quality: Quality;
  /** The first ones; all by default. */
  readonly neuroids?: number;
  /** Every so manyeth picture is learnt from; all by default. */
  readonly every?: number;
}

export interface FittedTruth {
  readonly region?: string;
  readonly neuroids?: number;
  readonly objectsPerCategory?: number;
  readonly direct: Readonly<Record<string, DirectTruth>>;
  readonly taskTrained?: Readonly<Record<string, Quality>>;
  readonly untrained?: Readonly<Record<string, Quality>>;
}

export function evenly(share: number): Quality {
  return { fitting: share, 'new-images': share, 'new-objects': share, 'new-categories': share };
}

/** Takes what units say for what neuroids do. */
export const takenAsTheyAre: Readout = {
  description: 'units as they are',
  fit: async (features, _rows, targets) => {
    const { rows, columns, data } = await features.values();
    const values = { rows, columns, data: Float64Array.from(data) };
    const units = Array.from({ length: targets.columns }, (_, unit) => unit);
    return { predict: (wanted) => selectColumns(selectMatrixRows(values, wanted), units), chosen: {} };
  },
};

const repetitions = 10;
const picturesPerObject = 5;
const noise = 2;

/**
 * A scene after its networks were trained, in which every prediction is as good as one likes. Responses, and what
 * predictions say instead, alike have a share of the object and one of the picture, both in few dimensions that neuroids
 * weigh differently, and a share of their own. Some neuroids are easier than others.
 */
export function fittedNetworks(truth: FittedTruth, random: RandomStreams, algebra: LinearAlgebra): Evidence {
  const { region = 'IT', neuroids = 24, objectsPerCategory = 6 } = truth;
  const pictures = stimuli(objectsPerCategory);
  const part = pictures.columns.set as readonly (typeof parts)[number][];
  const objects = pictures.columns.object_name as readonly string[];
  const ids = Array.from({ length: neuroids }, (_, index) => `${region}-${index}`);
  const responses = pattern(objects, neuroids, random.stream('truth'));
  const halves = splitHalves(trials(responses, random.stream('trials')), random.stream('halves'), 4);
  const means = mapped(halves[0].first, (value, index) => (value + halves[0].second.data[index]) / 2);

  const easeOfAll = factors(random.stream('ease'), neuroids, 0.5);

  const network = (id: string, quality: Quality, training?: TrainingFacts): BackboneEvidence => {
    const instead = pattern(objects, neuroids, random.stream(`instead/${id}`));
    const ease = factors(random.stream(`ease/${id}`), neuroids, 0.2);
    const predicted = mapped(responses, (value, index) => {
      const neuroid = index % neuroids;
      const share = Math.min(
        0.95,
        quality[part[Math.floor(index / neuroids)]] * easeOfAll[neuroid] * ease[neuroid],
      );
      return Math.sqrt(share) * value + Math.sqrt(1 - share) * instead.data[index];
    });
    const outputs = ids.slice(0, Number(training?.options.neuroids ?? neuroids));
    return {
      id,
      plugin: 'cnn',
      family: 'cnn',
      layers: [{ name: 'top', shape: [neuroids] }],
      ...(training && { training }),
      features: async () => createFeatures(predicted, algebra),
      outputs: async () => selectColumns(predicted, Array.from(outputs.keys())),
      outputNames: async () => outputs,
      lesioned: () => {
        throw new Error('no lesions');
      },
    };
  };
  const direct = Object.entries(truth.direct).map(([id, { quality, every = 1, neuroids: asked }]) => {
    const rows = part.flatMap((name, row) => (name === 'fitting' && row % every === 0 ? [row] : []));
    const options = { population: region, ...(asked && { neuroids: asked }) };
    return network(id, quality, facts(id, 'neural-fit-objective', 'fitting', rows, options));
  });
  const taskTrained = Object.entries(truth.taskTrained ?? {}).map(([id, quality]) =>
    network(id, quality, facts(id, 'category-objective', 'screening', [0, 1], {})),
  );
  const untrained = Object.entries(truth.untrained ?? {}).map(([id, quality]) => network(id, quality));
  const models = [...direct, ...taskTrained, ...untrained];
  return {
    layers: [],
    backbones: [],
    performance: [],
    regions: [region],
    depth: new Map(),
    plan: {
      presented: 'pictures',
      tables: new Map([
        ['pictures', pictures],
        [
          'fitting',
          selectRows(
            pictures,
            Array.from(part.keys()).filter((row) => part[row] === 'fitting'),
          ),
        ],
        ['screening', screening],
      ]),
      backbones: models,
      populations: [{ id: region, plugin: 'simulated', simulated: true, regions: [region] }],
      protocols: [],
    },
    models,
    sets: new Map(),
    responses: async () => [
      {
        population: region,
        region,
        simulated: true,
        neuroidIds: ids,
        means,
        truth: responses,
        reliabilities: ids.map(() => null),
        halves: () => halves,
      },
    ],
    responsesAnew: async () => [],
    remember: (_inputs, compute) => compute(),
  };
}

const screening = table({
  stimulus_id: ['other-1', 'other-2'],
  object_name: ['lamp', 'shoe'],
  category_name: ['lamps', 'shoes'],
});

/** Three categories to fit with new images and new objects of them, and three new categories. */
function stimuli(objectsPerCategory: number) {
  const rows = parts.flatMap((set) =>
    Array.from({ length: 3 * objectsPerCategory * picturesPerObject }, (_, index) => {
      const object = Math.floor(index / picturesPerObject);
      const category = `${set === 'new-categories' ? 'other' : 'category'}-${object % 3}`;
      const kind = set === 'fitting' || set === 'new-images' ? 'known' : set;
      return { id: `${set}-${index}`, set, object: `${kind}-${object}`, category };
    }),
  );
  return table({
    stimulus_id: rows.map(({ id }) => id),
    set: rows.map(({ set }) => set),
    object_name: rows.map(({ object }) => object),
    category_name: rows.map(({ category }) => category),
  });
}

/** `[stimuli, neuroids]` of variance 1: 40 % of the objects, 40 % of the pictures, 20 % of the neuroids' own. */
function pattern(objects: readonly string[], neuroids: number, random: RandomStream): Matrix {
  const dimensions = 8;
  const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal());
  const weights = Array.from({ length: 2 * neuroids }, () => {
    const own = normals(dimensions);
    const length = Math.hypot(...own);
    return own.map((weight) => weight / length);
  });
  const places = new Map([...new Set(objects)].map((name) => [name, normals(dimensions)]));
  const data = new Float64Array(objects.length * neuroids);
  objects.forEach((name, row) => {
    const [ofObject, ofPicture] = [places.get(name) ?? [], normals(dimensions)];
    const along = (axis: Float64Array, place: ArrayLike<number>) =>
      axis.reduce((sum, weight, dimension) => sum + weight * place[dimension], 0);
    for (let neuroid = 0; neuroid < neuroids; neuroid++)
      data[row * neuroids + neuroid] =
        Math.sqrt(0.4) * along(weights[neuroid], ofObject) +
        Math.sqrt(0.4) * along(weights[neuroids + neuroid], ofPicture) +
        Math.sqrt(0.2) * random.normal();
  });
  return { rows: objects.length, columns: neuroids, data };
}

/** How much easier some neuroids are to predict than others: median 1, up to e to the power of `spread` either way. */
function factors(random: RandomStream, neuroids: number, spread: number): Float64Array {
  return Float64Array.from({ length: neuroids }, () => Math.exp(random.uniform(-spread, spread)));
}

function trials({ rows, columns, data }: Matrix, random: RandomStream) {
  return assembly({
    dimensions: ['repetition', 'presentation', 'neuroid'],
    shape: [repetitions, rows, columns],
    data: Float64Array.from(
      { length: repetitions * data.length },
      (_, index) => data[index % data.length] + random.normal(0, Math.sqrt(noise)),
    ),
  });
}

function facts(
  of: string,
  objective: string,
  on: string,
  rows: readonly number[],
  options: TrainingFacts['options'],
): TrainingFacts {
  return { objective, options, on, stimuli: rows.length, rows, excluded: [], checkpoint: 1, of };
}

function mapped(matrix: Matrix, change: (value: number, index: number) => number): Matrix {
  return { ...matrix, data: matrix.data.map(change) };
}
