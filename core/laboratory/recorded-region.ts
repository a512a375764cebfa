import type { Assembly } from '../assembly/assembly.ts';
import { selectColumns } from '../assembly/matrix.ts';
import { strings, type Table } from '../assembly/table.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';
import type { Population, Responses } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { PopulationSummary } from '../contracts/results.ts';
import { InputError } from '../errors/errors.ts';
import {
  type Halves,
  reliabilityPerNeuroid,
  splitHalves,
  splitRepetitions,
} from '../statistics/reliability.ts';
import { median } from '../statistics/summaries.ts';
import { artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import type { Key } from '../store/key.ts';
import type { Store } from '../store/store.ts';
import type { Dimension } from './resampling.ts';
import { columnOf, countRepetitions, meansOf, selectNeuroids, truthReliability } from './trial-summaries.ts';

/** The neuroids of one region that can be scored, with their mean responses. */
export interface Recording {
  readonly population: string;
  readonly region: string;
  readonly simulated: boolean;
  readonly neuroidIds: readonly string[];
  /** The animal of every neuroid, where there are several. */
  readonly animals: readonly string[] | undefined;
  /** `[stimuli, neuroids]`: mean over repetitions. */
  readonly means: Matrix;
  /** The noiseless expected response, `[stimuli, neuroids]`; simulated populations only. */
  readonly truth: Matrix | undefined;
  /** Split-half reliability of every neuroid over all stimuli; null where there are too few repetitions. */
  readonly reliabilities: readonly (number | null)[];
  /** `[repetition, presentation, neuroid]`, NaN where a repetition is missing. */
  trials(): Assembly<Float64Array>;
  /** Means of halves of the repetitions, drawn when they are first asked for; undefined where stimuli were shown once. */
  readonly halves: (() => Halves) | undefined;
  readonly halvesKey: Key;
  /** Means of so many equal parts of the repetitions. */
  parts(count: number): readonly Matrix[];
  readonly summary: PopulationSummary;
  readonly key: string;
}

/** What the bootstrap draws of a recording: its neuroids, after their animals where there are several. */
export function neuroidsOf({ population, region, means, animals }: Recording): Dimension {
  return {
    name: `neuroids/${population}/${region}`,
    size: means.columns,
    ...(animals && { groups: animals }),
  };
}

export async function recordRegion(given: {
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
  const repeated = reliabilities.some((value) => value !== null);
  const reasons = inRegion.map((_, column) =>
    reasonToExclude(allMeans, repeated ? reliabilities[column] : undefined, column),
  );
  const kept = inRegion.flatMap((_, column) => (reasons[column] === undefined ? [column] : []));
  if (kept.length === 0)
    throw new InputError(
      `no neuroid of ${id} (${region}) can be scored: ${reasons[0]}; every stimulus needs a response.`,
    );
  const nameOf = (column: number) => names[inRegion[column]];
  const means = selectColumns(allMeans, kept);
  const reliability = kept.flatMap((column) => reliabilities[column] ?? []);
  const truth = all.truth && selectColumns({ ...allMeans, data: all.truth.data }, kept);
  const trials = once(() => selectNeuroids({ ...responses, trials: all.trials }, kept).trials);
  return {
    population: id,
    region,
    simulated: population.simulated,
    neuroidIds: kept.map(nameOf),
    animals: animalsOf(
      responses.neuroids,
      kept.map((column) => inRegion[column]),
    ),
    means,
    truth,
    reliabilities: kept.map((column) => reliabilities[column]),
    trials,
    halves: repeated
      ? once(() =>
          allHalves().map(({ first, second }) => ({
            first: selectColumns(first, kept),
            second: selectColumns(second, kept),
          })),
        )
      : undefined,
    halvesKey,
    parts: (count) => splitRepetitions(trials(), streams.stream(`parts-${count}`), count),
    key,
    summary: {
      population: id,
      region,
      simulated: population.simulated,
      description: population.description,
      neuroids: kept.length,
      repetitions: countRepetitions(all.trials),
      reliability: repeated
        ? { median: median(reliability), low: Math.min(...reliability), high: Math.max(...reliability) }
        : null,
      unreliable: kept.filter((column) => (reliabilities[column] ?? 1) <= 0).map(nameOf),
      truthReliability: truth ? truthReliability(means, truth) : null,
      excluded: inRegion.flatMap((_, column) => {
        const reason = reasons[column];
        return reason === undefined ? [] : [{ neuroid: nameOf(column), reason }];
      }),
    },
  };
}

function animalsOf(neuroids: Table, rows: readonly number[]): readonly string[] | undefined {
  if (!neuroids.columns.animal) return undefined;
  const all = strings(neuroids, 'animal');
  const animals = rows.map((row) => all[row]);
  return new Set(animals).size > 1 ? animals : undefined;
}

function once<Value>(compute: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

/** @param reliability undefined where no neuroid has one, null where this one alone has none. */
function reasonToExclude(
  means: Matrix,
  reliability: number | null | undefined,
  neuroid: number,
): string | undefined {
  const values = columnOf(means, neuroid);
  const missing = values.filter(Number.isNaN).length;
  if (missing > 0) return `no response to ${missing} of ${means.rows} stimuli`;
  if (values.every((value) => value === values[0])) return `its response never varies (always ${values[0]})`;
  if (reliability === null) return 'too few repetitions for a noise ceiling';
  return undefined;
}
