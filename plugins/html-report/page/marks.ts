import type { Finding } from '../../../core/contracts/findings.ts';
import type { Interval } from '../../../core/contracts/interval.ts';
import { anchor, decimal, range } from '../../../core/reporting/words.ts';
import { type Html, html } from './html.ts';

/** The badge that stands wherever neuroids are simulated. */
export function simulatedBadge(simulated: boolean): Html | null {
  return simulated ? html` <span class="badge">simulated</span>` : null;
}

export function verdictChip(verdict: Finding['verdict']): Html {
  return html`<span class="chip ${anchor(verdict)}">${verdict}</span>`;
}

/** `0.42 (0.31 – 0.52)` */
export function withInterval(value: number, { low, high }: Interval): Html {
  return html`<b>${decimal(value)}</b> <span class="interval">(${range(low, high)})</span>`;
}

export function findingAnchor({ hypothesis, subject }: Finding): string {
  return anchor('finding', hypothesis, subject);
}
