import { readFile } from 'node:fs/promises';
import type { Report } from '../../../core/contracts/reporter.ts';
import { familyStyles } from '../charts/families.ts';
import { comparisonsTable } from '../sections/comparisons-table.ts';
import { findings } from '../sections/findings.ts';
import { performanceTable } from '../sections/performance-table.ts';
import { populations } from '../sections/populations.ts';
import { runFacts } from '../sections/run-facts.ts';
import { scoresTable } from '../sections/scores-table.ts';
import { stimuli } from '../sections/stimuli.ts';
import { summary } from '../sections/summary.ts';
import { trainSizes } from '../sections/train-sizes.ts';
import { training } from '../sections/training.ts';
import { warnings } from '../sections/warnings.ts';
import { Html, html } from './html.ts';

/** The whole page as text; style sheet, script and pictures stand inside it. */
export async function page({ results, contactSheets, portraits }: Report): Promise<string> {
  const [style, script] = await Promise.all([read('report.css'), read('sort-tables.js')]);
  const styles = familyStyles(results.backbones.map(({ family }) => family));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${results.scene} – Neuroid</title>
<style>
${style}</style>
</head>
<body>
<main>
${summary(results)}
${stimuli(results, contactSheets)}
${findings(results.findings, styles)}
${training(results.backbones)}
${populations(results.populations, portraits)}
${performanceTable(results.performance)}
${scoresTable(results.scores)}
${trainSizes(results.trainSizes, styles)}
${comparisonsTable(results.comparisons)}
${warnings(results.warnings)}
</main>
${runFacts(results)}
<script>
${script}</script>
</body>
</html>
`.markup;
}

async function read(name: string): Promise<Html> {
  return new Html(await readFile(new URL(name, import.meta.url), 'utf8'));
}
