import type { Figure } from '../../../core/contracts/figures.ts';
import type { Finding, FindingTable } from '../../../core/contracts/findings.ts';
import { figureCaption } from '../../../core/reporting/figures/caption.ts';
import type { Style } from '../../../core/reporting/figures/styles.ts';
import { byHypothesis, hypothesisName } from '../../../core/reporting/verdicts.ts';
import { decimal, intervalWords, whole } from '../../../core/reporting/words.ts';
import { heatMap } from '../charts/heat-map.ts';
import { inlineFigure } from '../charts/inline.ts';
import { type Html, html } from '../page/html.ts';
import { findingAnchor, simulatedBadge, verdictChip } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';
import { dataTable } from '../page/table.ts';

const figureWidth = 520;
const mostColumnsOfCard = 4;
const mostCategoriesOfCard = 8;
const mostLettersOfLine = 28;
const mostLettersOfCard = 60;

/** Every finding with its prediction, figures, statistic, interval, n, control, verdict, explanation and tables. */
export function findings(all: readonly Finding[], styles: readonly Style[]): Section | null {
  if (all.length === 0) return null;
  return section(
    'findings',
    'Findings',
    html`${byHypothesis(all).map(({ hypothesis, findings }) => hypothesisFindings(hypothesis, findings, styles))}`,
  );
}

function hypothesisFindings(hypothesis: string, own: readonly Finding[], styles: readonly Style[]): Html {
  const predictions = [...new Set(own.map(({ prediction }) => prediction))];
  return html`<h3>${hypothesisName(hypothesis)}</h3>
    ${predictions.map((prediction) => html`<p class="prediction">Prediction: ${prediction}</p>`)}
    <div class="findings">${own.map((finding) => card(finding, styles))}</div>`;
}

function card(finding: Finding, styles: readonly Style[]): Html {
  const {
    subject,
    figures = [],
    tables = [],
    verdict,
    statistic,
    value,
    interval,
    n,
    sample,
    control,
  } = finding;
  const beside = figures.length === 1 && !broad(figures[0]);
  return html`<article id="${findingAnchor(finding)}"${wide(finding) ? html` class="wide"` : null}>
    <h4>${subject}${simulatedBadge(finding.simulated)} ${verdictChip(verdict)}</h4>
    <div class="finding${beside ? ' beside' : ''}">
      ${figures.length > 0 ? html`<div class="figures">${figures.map((figure) => drawing(figure, styles))}</div>` : null}
      <div>
        <dl>
          <div class="statistic"><dt>${statistic}</dt><dd><b>${decimal(value)}</b> <span class="interval">${intervalWords(interval)}</span></dd></div>
          <div><dt>n</dt><dd>${whole(n)}${sample ? ` ${sample}` : ''}</dd></div>
          <div><dt>control</dt><dd>${decimal(control)}</dd></div>
        </dl>
        <p>${finding.explanation}</p>
      </div>
    </div>
    ${tables.map(table)}
  </article>`;
}

/** Findings that need the width of the page. */
function wide({ figures = [], tables = [] }: Finding): boolean {
  return (
    figures.length > 1 ||
    figures.some(broad) ||
    tables.some(
      (table) => table.columns.length > mostColumnsOfCard || lettersAcross(table) > mostLettersOfCard,
    )
  );
}

/** Of the widest cells of all columns together. */
function lettersAcross({ columns, rows }: FindingTable): number {
  return columns.reduce((sum, name, index) => {
    const widest = Math.max(name.length, ...rows.map((row) => value(row[index]).length));
    return sum + Math.min(widest, mostLettersOfLine);
  }, 0);
}

function broad(figure: Figure): boolean {
  return figure.kind === 'map' || (figure.kind === 'bars' && figure.categories.length > mostCategoriesOfCard);
}

function drawing(figure: Figure, styles: readonly Style[]): Html {
  if (figure.kind === 'map')
    return html`<figure class="wide">${heatMap(figure)}${caption(figure.caption)}</figure>`;
  const width = broad(figure) ? 2 * figureWidth : figureWidth;
  return html`<figure${broad(figure) ? html` class="wide"` : null}>${inlineFigure(figure, styles, width)}${caption(figureCaption(figure), figure.title)}</figure>`;
}

function caption(text?: string, title?: string): Html | null {
  return text ? html`<figcaption>${title ? html`<b>${title}.</b> ` : null}${text}</figcaption>` : null;
}

function table({ title, columns, rows }: FindingTable): Html {
  return dataTable(
    title,
    columns.map((name, index) => ({
      name,
      numeric: rows.every((row) => typeof row[index] !== 'string'),
      long: rows.some((row) => String(row[index]).length > mostLettersOfLine),
      cell: (row: FindingTable['rows'][number]) => value(row[index]),
      order: (row: FindingTable['rows'][number]) => row[index] ?? '',
    })),
    rows,
  );
}

function value(cell: string | number | null): string {
  if (typeof cell !== 'number') return cell ?? '–';
  return Number.isInteger(cell) ? whole(cell) : decimal(cell);
}
