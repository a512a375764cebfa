import { readFile } from 'node:fs/promises';
import type { Report } from '../../../core/contracts/reporter.ts';
import { stylesOf } from '../../../core/reporting/figures/styles.ts';
import { dark, light, type Palette, variables } from '../../../core/reporting/palette.ts';
import { comparisonsTable } from '../sections/comparisons-table.ts';
import { findings } from '../sections/findings.ts';
import { methods } from '../sections/methods.ts';
import { models } from '../sections/models.ts';
import { opening } from '../sections/opening.ts';
import { performanceTable } from '../sections/performance-table.ts';
import { populations } from '../sections/populations.ts';
import { references } from '../sections/references.ts';
import { runFacts } from '../sections/run-facts.ts';
import { scoresTable } from '../sections/scores-table.ts';
import { stimuli } from '../sections/stimuli.ts';
import { trainSizes } from '../sections/train-sizes.ts';
import { warnings } from '../sections/warnings.ts';
import { Html, html } from './html.ts';
import { contents, sectionMarkup } from './section.ts';

/** The whole page as text; style sheet, script and pictures stand inside it. */
export async function page({ results, contactSheets, portraits }: Report): Promise<string> {
  const [style, script] = await Promise.all([read('report.css'), read('sort-tables.js')]);
  const styles = stylesOf(results.backbones.map(({ family }) => family));
  const sections = [
    findings(results.findings, styles),
    stimuli(results, contactSheets),
    models(results.backbones),
    populations(results.populations, portraits),
    performanceTable(results.performance),
    scoresTable(results.scores),
    trainSizes(results.trainSizes, styles),
    comparisonsTable(results.comparisons),
    warnings(results.warnings),
    methods(results),
    references(results),
    runFacts(results),
  ].filter((section) => section !== null);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${results.scene} – Neuroid</title>
<style>
:root { ${colours(light)} }
@media (prefers-color-scheme: dark) { :root { ${colours(dark)} } }
${style}</style>
</head>
<body>
<main>
${opening(results)}
${contents(sections)}
${sections.map(sectionMarkup)}
</main>
<script>
${script}</script>
</body>
</html>
`.markup;
}

function colours(palette: Palette): Html {
  return new Html(Array.from(variables(palette), ([name, colour]) => `${name}: ${colour};`).join(' '));
}

async function read(name: string): Promise<Html> {
  return new Html(await readFile(new URL(name, import.meta.url), 'utf8'));
}
