import type { Finding, FindingTable } from '../../core/contracts/findings.ts';
import { figureCaption } from '../../core/reporting/figures/caption.ts';
import { figureFile, figureNames } from '../../core/reporting/finding-names.ts';
import { byHypothesis, evidenceWords, hypothesisName } from '../../core/reporting/verdicts.ts';
import { decimal, whole } from '../../core/reporting/words.ts';
import { escaped, table } from './markdown.ts';

/** Every finding: prediction, figures, evidence, explanation and tables. */
export function findings(all: readonly Finding[], withFigures: boolean): string {
  const figures = withFigures ? figureNames(all) : [];
  return byHypothesis(all)
    .flatMap(({ hypothesis, findings: own }) => [
      `### ${escaped(hypothesisName(hypothesis))}`,
      ...[...new Set(own.map(({ prediction }) => prediction))].map(
        (prediction) => `*Prediction: ${escaped(prediction)}*`,
      ),
      ...own.map((finding) =>
        section(
          finding,
          figures.filter((drawn) => drawn.finding === finding),
        ),
      ),
    ])
    .join('\n\n');
}

function section(finding: Finding, figures: ReturnType<typeof figureNames>): string {
  const { subject, simulated, verdict, explanation, tables = [] } = finding;
  return [
    `#### ${escaped(subject)}: ${verdict}${simulated ? ' (simulated)' : ''}`,
    ...figures.map(
      ({ name, figure }) =>
        `![${escaped(figure.title)}](${encodeURI(figureFile(name))})\n\n${escaped(figureCaption(figure))}`,
    ),
    `${escaped(evidenceWords(finding))}.`,
    escaped(explanation),
    ...tables.map(findingTable),
  ].join('\n\n');
}

function findingTable({ title, columns, rows }: FindingTable): string {
  return `${escaped(title)}\n\n${table(
    columns,
    rows.map((row) => row.map(cell)),
  )}`;
}

function cell(value: string | number | null): string {
  if (typeof value !== 'number') return value ?? '–';
  return Number.isInteger(value) ? whole(value) : decimal(value);
}
