import { selectColumns } from '../assembly/matrix.ts';
import { strings } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Population, Responses } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { PopulationSummary } from '../contracts/results.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { type Halves, reliabilityPerNeuroid, splitHalves } from '../statistics/reliability.ts';
import { median } from '../statistics/summaries.ts';
import { artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Key } from '../store/key.ts';
import { responsesCodec } from '../store/responses-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import { columnOf, countRepetitions, meansOf, selectNeuroids, truthReliability } from './trial-summaries.ts';

/** The neuroids of one region that can be scored, with their mean responses. */
export interface Recording {
  readonly population: string;
  readonly region: string;
  readonly simulated: boolean;
  /** `[stimuli, neuroids]`: mean over repetitions. */
  readonly means: Matrix;
  /** Means of halves of the repetitions, drawn when they are first asked for. */
  halves(): Halves;
  readonly halvesKey: Key;
  readonly summary: PopulationSummary;
  readonly key: string;
}

/** The responses of a population to the presented stimuli, region by region. */
export async function record(
  { id, part: population, key, stimulusSets }: Built<Population>,
  presented: StimulusSet,
  sets: ReadonlyMap<string, StimulusSet>,
  {
    store,
    random,
    halves,
  }: { readonly store: Store; readonly random: RandomStreams; readonly halves: number },
): Promise<Recording[]> {
  const others = new Map(stimulusSets.map((name) => [name, requireSet(sets, name, id)]));
  const stored = artifact(store, {
    kind: 'responses',
    key: {
      population: key,
      stimuli: presented.key,
      others: Array.from(others, ([name, set]) => [name, set.key]),
    },
    codec: responsesCodec(),
    compute: async () => checkResponses(id, await population.respond(presented, others), presented),
  });
  const responses = await stored.read();
  const regions = [...new Set(strings(responses.neuroids, 'region'))];
  const recordings: Recording[] = [];
  for (const region of regions) {
    const streams = random.scope(`ceilings/${id}/${region}`);
    recordings.push(
      await recordRegion({ id, region, population, responses, halves, streams, key: stored.key, store }),
    );
  }
  return recordings;
}

async function recordRegion(given: {
  readonly id: string;
  readonly region: string;
  readonly population: Population;
  readonly responses: Responses;
  readonly halves: number;
  readonly streams: RandomStreams;
  readonly key: string;
  readonly store: Store;
}): Promise<Recording> {
  const { id, region, population, responses, streams, key } = given;
  const names = strings(responses.neuroids, 'neuroid_id');
  const inRegion = strings(responses.neuroids, 'region').flatMap((name, index) =>
    name === region ? [index] : [],
  );
  const all = selectNeuroids(responses, inRegion);
  const allMeans = meansOf(all.trials);
  const halvesKey = { count: given.halves, random: streams.name };
  const allHalves = once(() => splitHalves(all.trials, streams.stream('halves'), given.halves));
  const everyRow = Array.from({ length: allMeans.rows }, (_, row) => row);
  const reliabilities = await artifact<readonly (number | null)[]>(given.store, {
    kind: 'reliabilities',
    key: { responses: key, region, halves: halvesKey },
    codec: jsonCodec(),
    compute: async () =>
      Array.from(reliabilityPerNeuroid(allHalves(), everyRow), (value) =>
        Number.isFinite(value) ? value : null,
      ),
  }).read();
  const reasons = inRegion.map((_, column) => reasonToExclude(allMeans, reliabilities[column], column));
  const kept = inRegion.flatMap((_, column) => (reasons[column] === undefined ? [column] : []));
  if (kept.length === 0)
    throw new InputError(
      `no neuroid of ${id} (${region}) can be scored: ${reasons[0]}; every stimulus needs a response, and most need two.`,
    );
  const means = selectColumns(allMeans, kept);
  const reliability = kept.map((column) => reliabilities[column] ?? Number.NaN);
  return {
    population: id,
    region,
    simulated: population.simulated,
    means,
    halves: once(() =>
      allHalves().map(({ first, second }) => ({
        first: selectColumns(first, kept),
        second: selectColumns(second, kept),
      })),
    ),
    halvesKey,
    key,
    summary: {
      population: id,
      region,
      simulated: population.simulated,
      description: population.description,
      neuroids: kept.length,
      repetitions: countRepetitions(all.trials),
      reliability: {
        median: median(reliability),
        low: Math.min(...reliability),
        high: Math.max(...reliability),
      },
      truthReliability: all.truth
        ? truthReliability(means, selectColumns({ ...allMeans, data: all.truth.data }, kept))
        : null,
      excluded: inRegion.flatMap((neuroid, column) => {
        const reason = reasons[column];
        return reason === undefined ? [] : [{ neuroid: names[neuroid], reason }];
      }),
    },
  };
}

function once<Value>(compute: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

function requireSet(sets: ReadonlyMap<string, StimulusSet>, name: string, population: string): StimulusSet {
  const found = sets.get(name);
  if (found) return found;
  throw new InputError(
    `the population "${population}" asks for the stimulus set "${name}"; there are ${[...sets.keys()].join(', ')}.`,
  );
}

function checkResponses(id: string, responses: Responses, { table }: StimulusSet): Responses {
  const { neuroids, trials } = responses;
  const [repetitions, stimuli, count] = trials.shape;
  if (count === 0 || neuroids.length === 0)
    throw new InputError(`the population "${id}" has no neuroids; it needs at least one.`);
  if (stimuli !== table.length || count !== neuroids.length || repetitions < 1)
    throw new InputError(
      `the population "${id}" gave trials of shape ${trials.shape.join(' x ')}; ` +
        `expected repetitions x ${table.length} stimuli x ${neuroids.length} neuroids.`,
    );
  return responses;
}

function reasonToExclude(means: Matrix, reliability: number | null, neuroid: number): string | undefined {
  const values = columnOf(means, neuroid);
  const missing = values.filter(Number.isNaN).length;
  if (missing > 0) return `no response to ${missing} of ${means.rows} stimuli`;
  if (values.every((value) => value === values[0])) return `its response never varies (always ${values[0]})`;
  if (reliability === null) return 'too few repetitions for a noise ceiling';
  return undefined;
}
