import type { Figure } from '../contracts/figures.ts';
import type { Finding, FindingTable } from '../contracts/findings.ts';
import { anchor } from './words.ts';

const longestName = 100;

/** Where a figure lies beside the reports. */
export function figureFile(name: string): string {
  return `figures/${name}.svg`;
}

/** Figures of all findings with names for files, the same in every report of a run. */
export function figureNames(
  findings: readonly Finding[],
): readonly { readonly name: string; readonly finding: Finding; readonly figure: Figure }[] {
  return named(findings, ({ figures = [] }) => figures).map(({ item, ...rest }) => ({
    ...rest,
    figure: item,
  }));
}

/** The same of their tables. */
export function tableNames(
  findings: readonly Finding[],
): readonly { readonly name: string; readonly finding: Finding; readonly table: FindingTable }[] {
  return named(findings, ({ tables = [] }) => tables).map(({ item, ...rest }) => ({ ...rest, table: item }));
}

function named<Item>(findings: readonly Finding[], itemsOf: (finding: Finding) => readonly Item[]) {
  const taken = new Set<string>();
  return findings.flatMap((finding) =>
    itemsOf(finding).map((item) => {
      const stem = anchor(finding.hypothesis, finding.subject)
        .replace(/^-+|-+$/g, '')
        .slice(0, longestName);
      let name = stem;
      for (let count = 2; taken.has(name); count++) name = `${stem}-${count}`;
      taken.add(name);
      return { name, finding, item };
    }),
  );
}
