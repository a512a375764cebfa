import { table } from '../../core/assembly/table.ts';
import type {
  BackboneEvidence,
  Evidence,
  RegionResponses,
  TrainingFacts,
} from '../../core/contracts/evidence.ts';
import type { LinearAlgebra, Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { silhouetteNames } from '../../core/pictures/silhouette.ts';
import { createFeatures } from '../../core/statistics/features.ts';

/** Units that mix all properties linearly: `signal` of their variance at the highest level is properties, the rest noise. */
export interface UnitsTruth {
  readonly signal: number;
  readonly units: number;
}

export interface DecodableTruth {
  readonly regions: Readonly<Record<string, UnitsTruth>>;
  readonly backbones?: Readonly<
    Record<string, { readonly layers: readonly UnitsTruth[]; readonly training?: TrainingFacts }>
  >;
  readonly categories?: number;
  readonly objectsPerCategory?: number;
  /** Of every object at each level. */
  readonly images?: number;
  /** Variation levels and how far latents vary there. */
  readonly levels?: Readonly<Record<number, number>>;
}

const latents = ['ty', 'tz', 's', 'rxy', 'rxz', 'ryz'];

/** A scene whose images have known properties, and whose units hold them as linearly as one likes. */
export function decodableScene(
  truth: DecodableTruth,
  random: RandomStreams,
  algebra: LinearAlgebra,
): Evidence {
  const set = decodableSet(truth, random);
  const image = standardised(set.properties);
  const unitsOf = (name: string, { signal, units }: UnitsTruth): Matrix => {
    const stream = random.stream(`units/${name}`);
    const { columns, rows } = image;
    const weights = { rows: columns, columns: units, data: new Float64Array(columns * units) };
    weights.data.forEach((_, index) => {
      weights.data[index] = stream.normal(0, Math.sqrt(signal / columns));
    });
    const mixed = algebra.multiply(image, weights);
    return {
      rows,
      columns: units,
      data: mixed.data.map((value) => value + stream.normal(0, Math.sqrt(1 - signal))),
    };
  };
  const responses = Object.entries(truth.regions).map(
    ([region, own]): RegionResponses => ({
      population: `${region}-sites`,
      region,
      simulated: true,
      neuroidIds: Array.from({ length: own.units }, (_, site) => `${region}-${site}`),
      means: unitsOf(region, own),
      truth: undefined,
      reliabilities: Array(own.units).fill(0.8),
      halves: undefined,
    }),
  );
  const models = Object.entries(truth.backbones ?? {}).map(
    ([id, { layers, training }]): BackboneEvidence => ({
      id,
      plugin: 'cnn',
      family: 'cnn',
      layers: layers.map(({ units }, index) => ({ name: `layer-${index + 1}`, shape: [units] })),
      ...(training && { training }),
      features: async (layer) => {
        const index = Number(layer.split('-')[1]) - 1;
        return createFeatures(unitsOf(`${id}/${layer}`, layers[index]), algebra);
      },
      outputNames: async () => [],
      outputs: () => Promise.reject(new Error('no outputs')),
      lesioned: () => {
        throw new Error('no lesions');
      },
    }),
  );
  return {
    layers: [],
    backbones: [],
    performance: [],
    regions: Object.keys(truth.regions),
    depth: new Map(),
    plan: {
      presented: 'test',
      tables: new Map([['test', set.stimuli.table]]),
      backbones: models,
      populations: Object.keys(truth.regions).map((region) => ({
        id: `${region}-sites`,
        plugin: 'simulated',
        simulated: true,
        regions: [region],
      })),
      protocols: ['k-fold'],
    },
    models,
    sets: new Map([['test', set.stimuli]]),
    responses: async () => responses,
    responsesAnew: async () => responses,
    remember: (_inputs, compute) => compute(),
  };
}

function decodableSet(
  { categories = 3, objectsPerCategory = 2, images = 10, levels = { 0: 0, 6: 1 } }: DecodableTruth,
  random: RandomStreams,
) {
  const stream = random.stream('images');
  const objects = Array.from({ length: categories * objectsPerCategory }, (_, index) => ({
    category: `category-${Math.floor(index / objectsPerCategory)}`,
    name: `object-${index}`,
    shape: Array.from({ length: 4 }, () => stream.normal()),
  }));
  const rows = Object.entries(levels).flatMap(([level, spread]) =>
    objects.flatMap((object) =>
      Array.from({ length: images }, () => ({
        level: Number(level),
        object,
        latents: latents.map(() => spread * stream.uniform(-1, 1)),
        outline: silhouetteNames.map((_, index) => 10 + object.shape[index % 4] + spread * stream.normal()),
      })),
    ),
  );
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  const outlines = Object.fromEntries(
    silhouetteNames.map((name, index) => [name, column(({ outline }) => outline[index])]),
  );
  const scaled = (name: string, value: number) => (name === 's' ? 2 ** value : 40 * value);
  const stimuli: StimulusSet = {
    id: 'test',
    key: 'test',
    table: table({
      stimulus_id: rows.map((_, row) => `${row}`),
      category_name: rows.map(({ object }) => object.category),
      object_name: rows.map(({ object }) => object.name),
      variation: column(({ level }) => level),
      ...Object.fromEntries(
        latents.map((name, index) => [name, column((row) => scaled(name, row.latents[index]))]),
      ),
    }),
    format: { width: 64, height: 64, channels: 1, degrees: 8 },
    appearances: ['presented'],
    blocks: () => {
      throw new Error('no pictures');
    },
    frames: () => Promise.reject(new Error('no pictures')),
    silhouettes: async () => table({ ...outlines, visible_fraction: column(() => 1) }),
  };
  const properties = rows.map(({ object, latents: own, outline }) => [
    ...own,
    ...outline,
    ...objects.map((other) => Number(other === object)),
  ]);
  return { stimuli, properties };
}

/** `[images, properties]`, each brought to mean 0 and variance 1. */
function standardised(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0].length;
  const data = new Float64Array(rows.length * columns);
  for (let column = 0; column < columns; column++) {
    const values = rows.map((row) => row[column]);
    const mean = values.reduce((sum, value) => sum + value / values.length, 0);
    const deviation =
      Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0)) || 1;
    values.forEach((value, row) => {
      data[row * columns + column] = (value - mean) / deviation;
    });
  }
  return { rows: rows.length, columns, data };
}
