import { rankSum } from './rank-sum.ts';

/** z beyond which p < .001, two-sided. */
const significant = 3.29;

/**
 * Whether a unit prefers a class by the usual measure: it answers to it more than to each other class, rank-sum
 * p < .001 (Baek et al. 2021).
 */
export function prefers(responses: ArrayLike<number>, labels: readonly string[], label: string): boolean {
  const of = (wanted: string) => Array.from(responses).filter((_, row) => labels[row] === wanted);
  const own = of(label);
  return [...new Set(labels)].every((other) => other === label || rankSum(own, of(other)) > significant);
}
