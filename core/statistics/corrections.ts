/** Ways to state a correlation against the noise ceiling, by name. None is clamped: above 1 is possible and reported. */
export const correctionNames = ['explained-variance', 'squared-ratio', 'ratio'] as const;

export type CorrectionName = (typeof correctionNames)[number];

/**
 * The same with those that are made neuroid by neuroid, then summarised by their median:
 * - `two-sided`: r over the root of the reliabilities of data and prediction, each from halves of the repetitions;
 * - `kell-2018`: its signed square, reliabilities from thirds of the repetitions (Kell et al. 2018);
 * - `feve`: fraction of explainable variance explained.
 */
export const ceilingCorrections = [...correctionNames, 'two-sided', 'kell-2018', 'feve'] as const;

export type CeilingCorrection = (typeof ceilingCorrections)[number];

export function isPooled(name: CeilingCorrection): name is CorrectionName {
  return (correctionNames as readonly string[]).includes(name);
}

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
