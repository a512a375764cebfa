import { createFeatures } from '../core/statistics/features.ts';
import openblas from '../plugins/openblas/index.ts';
import { createPls } from '../plugins/pls/pls.ts';
import { createRidge } from '../plugins/ridge/ridge.ts';
import { instance } from './compare.ts';

/**
 * Seconds of one fit of every readout (the better of two), and of the Gram matrix that all fits of a layer share, on responses that are
 * half signal, half noise. `benchmarks/readouts.py` measures scikit-learn on data of the same making.
 * Run: node --import tsx benchmarks/readouts.ts [images] [units] [neuroids] [threads]
 */
const [images = 900, units = 3000, neuroids = 120, threads = 1] = process.argv.slice(2).map(Number);
const algebra = await openblas.create(openblas.options.parse({ threads }), {}, instance);

const stream = instance.random.stream('data');
const normal = (length: number) => Float64Array.from({ length }, () => stream.normal());
const latent = { rows: images, columns: 50, data: normal(images * 50) };
const mixed = algebra.multiply(latent, { rows: 50, columns: units, data: normal(50 * units) });
const noisy = Float32Array.from(mixed.data, (value) => value + 3 * stream.normal());
const signal = algebra.multiply(latent, { rows: 50, columns: neuroids, data: normal(50 * neuroids) });
const targets = { ...signal, data: signal.data.map((value) => value + Math.sqrt(50) * stream.normal()) };
const values = { rows: images, columns: units, data: noisy };
const features = createFeatures(values, algebra);
const rows = Array.from({ length: images }, (_, row) => row);

console.log(`${images} images, ${units} units, ${neuroids} neuroids; ${algebra.identity}`);
report('Gram matrix, once per layer', await seconds(async () => algebra.gram(values)));
for (const readout of [
  createPls({ components: 25, algorithm: 'nipals' }, algebra),
  createPls({ components: 25, algorithm: 'exact' }, algebra),
  createRidge({ penalty: 1 }, algebra),
  createRidge({ penalty: 'leave-one-out' }, algebra),
])
  report(readout.description, await seconds(() => readout.fit(features, rows, targets)));

/** The better time of two. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    const since = performance.now();
    await work();
    best = Math.min(best, (performance.now() - since) / 1000);
  }
  return best;
}

function report(name: string, time: number): void {
  console.log(`${name.padEnd(32)}${time.toFixed(2).padStart(8)} s`);
}
