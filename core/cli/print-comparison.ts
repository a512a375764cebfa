import { decimal } from '../reporting/words.ts';
import type { Change } from '../run-comparison/changes.ts';
import type { Measured, RunComparison, ValueChanges } from '../run-comparison/compare-runs.ts';

/** What changed between two runs, for people; of every list of values at most so many lines. */
export function printComparison(comparison: RunComparison, most: number): string {
  const { options, versions, stimuli, scores, performance, statistics, verdicts, warnings } = comparison;
  const sections = [
    section('Options', changeLines(options)),
    section('Versions and engines', changeLines(versions)),
    section('Stimuli', changeLines(stimuli)),
    section('Verdicts', changeLines(verdicts)),
    values('Statistics', statistics, most),
    values('Scores', scores, most),
    values('Performance', performance, most),
    section('Warnings', [
      ...warnings.gone.map((warning) => `- ${warning}`),
      ...warnings.added.map((warning) => `+ ${warning}`),
    ]),
  ].filter((text) => text !== '');
  return sections.length > 0 ? `${sections.join('\n\n')}\n` : 'Nothing changed.\n';
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)].join('\n') : '';
}

function changeLines(changes: readonly Change<string | number | boolean | null>[]): readonly string[] {
  return changes.map(({ name, before, after }) => `${name}: ${show(before)} -> ${show(after)}`);
}

function show(value: string | number | boolean | null | undefined): string {
  return value === undefined ? '(none)' : String(value) || '(empty)';
}

function values(
  title: string,
  { compared, changed, onlyBefore, onlyAfter }: ValueChanges,
  most: number,
): string {
  const beyond = changed.filter(({ intervalsOverlap }) => !intervalsOverlap).length;
  const lines = [
    ...table(changed.slice(0, most)),
    ...(changed.length > most ? [`... and ${changed.length - most} more (--most, --json)`] : []),
    ...missing('only in the first', onlyBefore),
    ...missing('only in the second', onlyAfter),
  ];
  const heading = `${title}: ${changed.length} of ${compared} changed, ${beyond} beyond their intervals (!)`;
  return section(heading, lines);
}

function table(changed: ValueChanges['changed']): readonly string[] {
  const width = Math.max(0, ...changed.map(({ name }) => name.length));
  return changed.map(
    ({ name, before, after, difference, intervalsOverlap }) =>
      `${intervalsOverlap ? ' ' : '!'} ${name.padEnd(width)}  ${measured(before)} -> ${measured(after)}  ${difference > 0 ? '+' : ''}${decimal(difference, 3)}`,
  );
}

function measured({ value, interval }: Measured): string {
  return `${decimal(value, 3)} [${decimal(interval.low, 3)}, ${decimal(interval.high, 3)}]`;
}

function missing(where: string, names: readonly string[]): readonly string[] {
  return names.length > 0
    ? [`${names.length} ${where}: ${names.slice(0, 3).join('; ')}${names.length > 3 ? '; ...' : ''}`]
    : [];
}
