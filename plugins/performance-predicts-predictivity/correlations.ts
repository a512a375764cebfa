import { pearson, spearman } from '../../core/statistics/correlation.ts';
import { partialCorrelation } from '../../core/statistics/partial-correlation.ts';
import { ranks } from '../../core/statistics/ranks.ts';
import type { Correlate } from './correlation-test.ts';
import type { Options } from './options.ts';

/** Pearson's or Spearman's. */
export function plainCorrelation(kind: Options['correlation']): Correlate {
  const correlate = kind === 'pearson' ? pearson : spearman;
  return (x, y, rows) => correlate(pick(x, rows), pick(y, rows));
}

/** The same once what the controls say of both is taken away. */
export function partialCorrelationOn(
  controls: readonly (readonly number[])[],
  kind: Options['correlation'],
): Correlate {
  const scale = (values: readonly number[]) => (kind === 'pearson' ? values : ranks(values));
  return (x, y, rows) =>
    partialCorrelation(
      scale(pick(x, rows)),
      scale(pick(y, rows)),
      controls.map((control) => scale(pick(control, rows))),
    );
}

function pick(values: readonly number[], rows: readonly number[]): readonly number[] {
  return rows.map((row) => values[row]);
}
