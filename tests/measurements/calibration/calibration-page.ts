import { significance } from '../../../core/hypotheses/verdict.ts';
import type { Rates, World } from './calibrate.ts';

interface Row {
  readonly world: World;
  readonly rates: Rates;
}

const introduction = `# Calibration of the verdicts

What a verdict is worth: every hypothesis, tried many times in simulated worlds in which its prediction is false or true by
construction. Where it is false, \`supported\` is a false alarm and may come in ${100 * significance} % of cases; where it is true, its share
is the power. Intervals are exact binomial ones (Clopper & Pearson 1934), 95 %. Made by \`npm run calibrate\`; the worlds are in
\`tests/measurements/calibration/hypotheses\`.
`;

/** The tables of one hypothesis. */
export function calibrationSection(hypothesis: string, rows: readonly Row[]): string {
  return [`## ${hypothesis}\n`, ...[false, true].map((holds) => table(rows, holds))].join('\n');
}

function table(rows: readonly Row[], holds: boolean): string {
  const own = rows.filter(({ world }) => world.holds === holds);
  const share = holds ? 'supported (power)' : 'supported (false alarms)';
  const lines = own.map(({ world, rates: { repeats, counts, supported, interval } }) =>
    [
      world.is,
      repeats,
      `${percent(supported)} (${percent(interval.low)} – ${percent(interval.high)})`,
      percent(counts['not supported'] / repeats),
      percent(counts.inconclusive / repeats),
    ].join(' | '),
  );
  return [
    `| the prediction is ${holds ? 'true' : 'false'}: | repeats | ${share} | not supported | inconclusive |`,
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}

/** The page with some sections written anew, all in alphabetical order. */
export function replaceSections(page: string, sections: ReadonlyMap<string, string>): string {
  const [, ...kept] = page.split(/^(?=## )/m);
  const all = new Map(kept.map((section) => [/^## (.*)$/m.exec(section)?.[1] ?? '', section.trimEnd()]));
  for (const [name, section] of sections) all.set(name, section.trimEnd());
  const ordered = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, section]) => section);
  return `${[introduction.trimEnd(), ...ordered].join('\n\n')}\n`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
