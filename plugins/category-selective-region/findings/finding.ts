import type { Figure } from '../../../core/contracts/figures.ts';
import type { Finding, FindingTable } from '../../../core/contracts/findings.ts';
import { evidenceWords, probabilityWords } from '../../../core/hypotheses/evidence-words.ts';
import { verdictOf } from '../../../core/hypotheses/verdict.ts';
import { decimal } from '../../../core/reporting/words.ts';
import type { Diet } from '../conditions.ts';
import type { Network, Study } from '../measures/measure-network.ts';
import type { Estimate } from './estimate.ts';

/** The networks of one condition. */
export interface Result {
  readonly name: string;
  readonly diet: Diet;
  readonly networks: readonly Network[];
}

/** What the findings of this hypothesis do not share. */
export interface Found {
  readonly prediction: string;
  /** The condition, and what of it. */
  readonly subject: string;
  /** What was found, in words that go before the numbers. */
  readonly sentence: string;
  readonly statistic: string;
  /** Symbol of the statistic in the summary. */
  readonly symbol: string;
  readonly estimate: Estimate;
  readonly networks: number;
  readonly control: number;
  /** What the control is, and what else a reader must know. */
  readonly explanation: string;
  /** Why nothing can be said, in a sentence. */
  readonly obstacle?: string | undefined;
  readonly simulated?: boolean;
  readonly figures?: Figure[];
  readonly tables?: FindingTable[];
}

/** An estimate of which nothing is known. */
export const unknown: Estimate = {
  value: 0,
  error: 0,
  interval: { low: -1, high: 1, level: 0.95 },
  p: Number.NaN,
};

export function composeFinding({ options }: Study, found: Found): Finding {
  const { estimate, obstacle } = found;
  const still =
    obstacle ??
    (estimate.error === 0
      ? 'The value is the same in all networks, so that its error is not known.'
      : undefined);
  const { value, interval } = estimate;
  const numbers = { value, interval, n: found.networks, sample: 'networks' };
  return {
    hypothesis: 'category-selective-region',
    prediction: found.prediction,
    subject: found.subject,
    summary: `${found.sentence}: ${evidenceWords(found.symbol, numbers)}.`,
    statistic: found.statistic,
    ...numbers,
    control: found.control,
    verdict: verdictOf({ ...estimate, negligible: options.negligible, obstacle: still }),
    simulated: found.simulated ?? false,
    explanation: [
      still,
      `${probabilityWords(estimate.p)} (one-sided), by Student's t from the spread over networks and over images; with so few ` +
        'networks the interval is wide.',
      found.explanation,
    ]
      .filter((sentence) => sentence !== undefined)
      .join(' '),
    ...(found.figures && { figures: found.figures }),
    ...(found.tables && { tables: found.tables }),
  };
}

/** `5.1 %`. */
export function percent(share: number): string {
  return `${decimal(100 * share, 1)} %`;
}
