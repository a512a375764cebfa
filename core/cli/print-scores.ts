import type { Estimate, FeatureScore } from '../scoring/score-features.ts';
import type { FileScores } from '../scoring/score-files.ts';

/** Scores as a table for people, and below it what they were measured with. */
export function printScores({ scores, responses, protocol }: FileScores): string {
  const heading = ['features', 'units', 'r', 'ceiling', protocol.correction];
  const rows = [heading, ...scores.map(rowOf)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
  const { stimuli, neuroids, repetitions, excluded } = responses;
  const measured =
    `${protocol.readout}; ${protocol.splits}; ${stimuli} stimuli, ${neuroids} neuroids, ${repetitions} ` +
    `repetition${repetitions === 1 ? '' : 's'}; ${100 * protocol.level} % intervals of ${protocol.bootstrap} resamples; ` +
    `${protocol.algebra}`;
  const left = excluded.map(({ neuroid_id, reason }) => `left out: ${neuroid_id}, which has ${reason}`);
  const missing = repetitions === 1 ? ['no ceiling: every stimulus was shown once'] : [];
  return `${[...lines, '', measured, ...missing, ...left].join('\n')}\n`;
}

function rowOf({ features, units, ceiling, ceiled, ...raw }: FeatureScore): string[] {
  return [features, String(units), show(raw), ceiling ? show(ceiling) : '-', ceiled ? show(ceiled) : '-'];
}

function show({ center, error, interval: { low, high } }: Estimate): string {
  return `${center.toFixed(3)} ± ${error.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}
