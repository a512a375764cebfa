import type { Finding } from '../contracts/findings.ts';
import { decimal, intervalWords, whole } from '../reporting/words.ts';

/** The numbers of a summary: `r = 0.78, 95 % interval 0.61 – 0.88, n = 64 backbones`. */
export function evidenceWords(
  symbol: string,
  { value, interval, n, sample }: Pick<Finding, 'value' | 'interval' | 'n' | 'sample'>,
): string {
  return `${symbol} = ${decimal(value)}, ${intervalWords(interval)}, n = ${whole(n)} ${sample ?? ''}`.trim();
}

/** `p = 0.013`, `p < 0.001`. */
export function probabilityWords(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${decimal(p, 3)}`;
}
