import type { Assembly } from '../assembly/assembly.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';

/** Ways to state a correlation against the noise ceiling, by name. None is clamped: above 1 is possible and reported. */
export const correctionNames = ['explained-variance', 'squared-ratio', 'ratio'] as const;

export type CorrectionName = (typeof correctionNames)[number];

/**
 * A correlation r with the mean response, corrected for the reliability c of that mean (Spearman-Brown).
 * - `explained-variance`: r |r| / c, Brain-Score's since January 2026; the sign says whether it explains or opposes.
 * - `squared-ratio`: (r / c)², Brain-Score's before.
 * - `ratio`: r / sqrt(c), the correlation with the noiseless response.
 * NaN where the ceiling is not positive.
 */
export function correct(name: CorrectionName, r: number, ceiling: number): number {
  if (!(ceiling > 0)) return Number.NaN;
  switch (name) {
    case 'explained-variance':
      return (r * Math.abs(r)) / ceiling;
    case 'squared-ratio':
      return (r / ceiling) ** 2;
    case 'ratio':
      return r / Math.sqrt(ceiling);
  }
}

/**
 * Correlation of noiseless data with noiseless predictions: r over the root of both reliabilities (Spearman 1904; Schoppe
 * et al. 2016). NaN where one of them is not positive.
 */
export function correctBothSides(r: number, dataReliability: number, predictionReliability: number): number {
  const product = dataReliability * predictionReliability;
  return dataReliability > 0 && product > 0 ? r / Math.sqrt(product) : Number.NaN;
}

/** Reliability of three repetitions from the correlation of two single ones, negative ones count as 0 (Kell et al. 2018). */
export function spearmanBrownOfThree(r: number): number {
  const positive = Math.max(0, r);
  return (3 * positive) / (1 + 2 * positive);
}

/**
 * Fraction of explainable variance explained, per neuroid: 1 - (MSE - noise) / (total - noise), all over single trials;
 * the noise is the unbiased variance over the repetitions of a stimulus, averaged over stimuli (Sahani & Linden 2003;
 * Cadena et al. 2019). NaN where no stimulus was repeated or nothing but noise is left.
 * @param trials `[repetition, presentation, neuroid]`, NaN where a repetition is missing.
 * @param predicted `[presentation, neuroid]`
 */
export function explainableVarianceExplained(
  { shape: [repetitions, presentations, neuroids], data }: Assembly<Float64Array>,
  predicted: Matrix,
): Float64Array {
  const size = presentations * neuroids;
  return Float64Array.from({ length: neuroids }, (_, neuroid) => {
    const all = createMoments();
    let [squares, noise, repeated] = [0, 0, 0];
    for (let presentation = 0; presentation < presentations; presentation++) {
      const position = presentation * neuroids + neuroid;
      const own = createMoments();
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const value = data[repetition * size + position];
        if (Number.isNaN(value)) continue;
        add(own, value);
        add(all, value);
        squares += (value - predicted.data[position]) ** 2;
      }
      if (own.count < 2) continue;
      noise += own.squares / (own.count - 1);
      repeated++;
    }
    const noiseVariance = noise / repeated;
    const explainable = all.squares / all.count - noiseVariance;
    return explainable > 0 ? 1 - (squares / all.count - noiseVariance) / explainable : Number.NaN;
  });
}

/** Count, mean and summed squared deviations of values that come one by one (Welford 1962). */
interface Moments {
  count: number;
  mean: number;
  squares: number;
}

function createMoments(): Moments {
  return { count: 0, mean: 0, squares: 0 };
}

function add(moments: Moments, value: number): void {
  moments.count++;
  const before = value - moments.mean;
  moments.mean += before / moments.count;
  moments.squares += before * (value - moments.mean);
}
