const { exp, floor, log, sqrt } = Math;

type Uniform = () => number;

/** Standard normal deviate (Marsaglia's polar method, one of the pair used). */
export function normalDeviate(uniform: Uniform): number {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * sqrt((-2 * log(square)) / square);
  }
}

/** Gamma deviate of unit scale (Marsaglia and Tsang 2000). `shape` > 0. */
export function gammaDeviate(uniform: Uniform, shape: number): number {
  if (shape < 1) return gammaDeviate(uniform, shape + 1) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / sqrt(9 * d);
  for (;;) {
    const x = normalDeviate(uniform);
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    const u = 1 - uniform();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return d * v;
    if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}

const largestDirectMean = 30;

/**
 * Poisson count: multiplication of uniforms for small means; large means are split by the order statistic of a
 * gamma deviate (Ahrens and Dieter 1974).
 */
export function poissonDeviate(uniform: Uniform, mean: number): number {
  if (mean > largestDirectMean) return poissonBySplitting(uniform, mean);
  const limit = exp(-mean);
  let count = 0;
  for (let product = 1 - uniform(); product > limit; product *= 1 - uniform()) count++;
  return count;
}

function poissonBySplitting(uniform: Uniform, mean: number): number {
  const shape = floor((7 * mean) / 8);
  const arrival = gammaDeviate(uniform, shape);
  if (arrival <= mean) return shape + poissonDeviate(uniform, mean - arrival);
  return binomial(uniform, shape - 1, mean / arrival);
}

function binomial(uniform: Uniform, trials: number, probability: number): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) if (uniform() < probability) successes++;
  return successes;
}
