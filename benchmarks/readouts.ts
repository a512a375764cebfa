import { selectRows } from '../core/assembly/matrix.ts';
import type { Matrix } from '../core/contracts/linear-algebra.ts';
import type { Plugin } from '../core/contracts/plugin.ts';
import type { Readout } from '../core/contracts/readout.ts';
import { oneVsRest } from '../core/statistics/classification.ts';
import { createFeatures } from '../core/statistics/features.ts';
import { median } from '../core/statistics/summaries.ts';
import kernelRidge from '../plugins/kernel-ridge/index.ts';
import linearSvm from '../plugins/linear-svm/index.ts';
import logistic from '../plugins/logistic/index.ts';
import oneToOne from '../plugins/one-to-one/index.ts';
import openblas from '../plugins/openblas/index.ts';
import pls from '../plugins/pls/index.ts';
import principalComponents from '../plugins/principal-components/index.ts';
import ridge from '../plugins/ridge/index.ts';
import softMatching from '../plugins/soft-matching/index.ts';
import { instance } from './compare.ts';
import { type PeerFit, startScikitLearn } from './scikit-learn.ts';

/**
 * Readouts against scikit-learn on the same bytes: fit and prediction of random splits of nine tenths, the two in turn. One
 * Gram matrix serves all splits; it is computed anew for every readout and counts in its first fit and in its total.
 * `apart` is the largest difference of predictions, over the standard deviation of the peer's.
 * Run: PYTHON=python3 node --import tsx benchmarks/readouts.ts [images] [units] [neuroids] [splits] [threads] [readout …]
 */
const given = process.argv.slice(2);
const numbers = given.filter((argument) => /^\d+$/.test(argument)).map(Number);
const wanted = given.filter((argument) => !/^\d+$/.test(argument));
const [images = 2000, units = 4096, neuroids = 168, splitCount = 10, threads = 1] = numbers;

const algebra = await openblas.create(openblas.options.parse({ threads }), {}, instance);
const stream = instance.random.stream('data');
const normal = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  data: Float64Array.from({ length: rows * columns }, () => stream.normal()),
});

/** Fifty latents: the features mix them with noise of a sixth of the variance, the responses with noise of half of it. */
const latents = normal(images, 50);
const mixed = algebra.multiply(latents, normal(50, units)).data;
const values = {
  rows: images,
  columns: units,
  data: Float32Array.from(mixed, (value) => value + 3 * stream.normal()),
};
const signal = algebra.multiply(latents, normal(50, neuroids));
const responses = { ...signal, data: signal.data.map((value) => value + Math.sqrt(50) * stream.normal()) };
/** The largest of eight latents, seen through noise. */
const classes = Array.from({ length: images }, (_, row) => {
  const own = Array.from(latents.data.subarray(row * 50, row * 50 + 8), (value) => value + stream.normal());
  return own.indexOf(Math.max(...own));
});
const signs = oneVsRest(
  classes.map(String),
  Array.from({ length: 8 }, (_, name) => String(name)),
);
const splits = Array.from({ length: splitCount }, () => {
  const order = stream.permutation(images);
  const held = Math.round(images / 10);
  return { train: order.slice(held), test: order.slice(0, held) };
});
const variance = 59 * units;
const grid = Array.from({ length: 13 }, (_, step) => variance * 10 ** (step / 2 - 4));
const cost = 1 / variance;

interface Contestant {
  readonly plugin: unknown;
  readonly options: object;
  /** Of the model in `readouts.py`. */
  readonly peer?: string;
  readonly classifier?: true;
}

const contestants: readonly Contestant[] = [
  { plugin: pls, options: {}, peer: 'pls' },
  { plugin: pls, options: { algorithm: 'exact' } },
  { plugin: ridge, options: { penalty: 1 }, peer: 'ridge-1' },
  { plugin: ridge, options: { grid }, peer: 'ridge-cv' },
  { plugin: principalComponents, options: {}, peer: 'principal-components' },
  { plugin: kernelRidge, options: { width: 1 } },
  { plugin: oneToOne, options: {} },
  { plugin: softMatching, options: {} },
  { plugin: logistic, options: { cost }, peer: 'logistic', classifier: true },
  { plugin: linearSvm, options: { cost }, peer: 'linear-svm', classifier: true },
];

const peer = await startScikitLearn(
  {
    images,
    features: values.data,
    targets: responses.data,
    classes,
    penalties: grid,
    cost,
    splits,
  },
  threads,
);
console.log(`${images} images, ${units} units, ${neuroids} neuroids, ${splitCount} splits`);
console.log(`${algebra.identity}; ${peer?.identity ?? 'Python has no scikit-learn: no comparison'}`);

let peak = 0;
for (const { plugin, options, peer: model, classifier } of contestants) {
  const { id, options: schema, create } = plugin as Plugin<Readout, unknown>;
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const readout = await create(schema.parse(options), { algebra } as never, instance);
  const features = createFeatures(values, algebra);
  const targets = classifier ? signs : responses;
  const own: Timed[] = [];
  const others: PeerFit[] = [];
  let apart = 0;
  const gram = await timed(async () => features.gram());
  for (const [index, { train, test }] of splits.entries()) {
    const { result: predicted, ...time } = await timed(async () =>
      (await readout.fit(features, train, selectRows(targets, train))).predict(test),
    );
    own.push(time);
    if (!peer || !model) continue;
    const other = await peer.fit(model, index);
    others.push(other);
    apart = Math.max(apart, largestDifference(predicted.data, other.predicted));
  }
  console.log(readout.description);
  console.log(`  Gram matrix ${inSeconds(gram.seconds)}, then a fit ${inSeconds(medianOf(own))} (median)`);
  if (others.length === 0) continue;
  peak = Math.max(...others.map((other) => other.peak));
  const first = gram.seconds + own[0].seconds;
  const ratio = (theirs: number, ours: number) => `${(theirs / ours).toFixed(1)} x`;
  console.log(`  scikit-learn a fit ${inSeconds(medianOf(others))}; ${apart.toExponential(1)} apart`);
  console.log(
    `  the first fit ${ratio(others[0].seconds, first)}; ${splitCount} splits ` +
      `${ratio(sumOf(others, 'seconds'), gram.seconds + sumOf(own, 'seconds'))} faster, in processor time ` +
      `${ratio(sumOf(others, 'processor'), gram.processor + sumOf(own, 'processor'))}`,
  );
}
peer?.close();
const ownPeak = process.resourceUsage().maxRSS / 1024;
console.log(
  `largest memory ${ownPeak.toFixed(0)} MB${peak > 0 ? `, scikit-learn ${peak.toFixed(0)} MB` : ''}`,
);

interface Timed {
  readonly seconds: number;
  /** Seconds of processor time. */
  readonly processor: number;
}

async function timed<Result>(work: () => Promise<Result>): Promise<Timed & { readonly result: Result }> {
  const [since, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, seconds: (performance.now() - since) / 1000, processor: (user + system) / 1e6 };
}

function medianOf(times: readonly Timed[]): number {
  return median(times.map(({ seconds }) => seconds));
}

function sumOf(times: readonly Timed[], what: keyof Timed): number {
  return times.reduce((sum, time) => sum + time[what], 0);
}

function inSeconds(time: number): string {
  return `${time.toFixed(3)} s`;
}

function largestDifference(found: Float64Array, expected: Float64Array): number {
  const spread = Math.sqrt(expected.reduce((sum, value) => sum + value ** 2, 0) / expected.length);
  return found.reduce((most, value, index) => Math.max(most, Math.abs(value - expected[index])), 0) / spread;
}
