import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import type { Results } from '../../core/contracts/results.ts';
import { bibliography } from '../../core/reporting/bibliography.ts';
import { methods } from '../../core/reporting/methods.ts';
import { findings } from './findings.ts';
import type { Options } from './index.ts';
import { escaped, list } from './markdown.ts';
import { performance, populations, scores } from './tables.ts';
import { verdicts } from './verdicts.ts';

/** Writes `report.md`. */
export class MarkdownReport implements Reporter {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async report({ results }: Report): Promise<readonly ReportFile[]> {
    return [{ name: 'report.md', content: page(results, this.#options) }];
  }
}

function page(results: Results, { figures }: Options): string {
  const { scene, findings: found, warnings, plugins, options } = results;
  const summary = typeof options.summary === 'string' ? [escaped(options.summary.trim())] : [];
  const sections: readonly (readonly [title: string, body: string])[] = [
    ['Findings', findings(found, figures)],
    ['Populations', populations(results.populations)],
    ['Performance', performance(results.performance)],
    ['Scores of whole backbones', scores(results.scores)],
    ['Warnings', list(warnings)],
    [
      'Methods',
      methods(results)
        .map(({ title, text, parts }) => `### ${title}\n\n${escaped(text)}\n\n${list(parts)}`.trim())
        .join('\n\n'),
    ],
    ['References', list(bibliography(plugins).map(({ text }) => text))],
  ];
  const written = sections.filter(([, body]) => body !== '').map(([title, body]) => `## ${title}\n\n${body}`);
  return `${[`# ${escaped(scene)}`, verdicts(results), ...summary, ...written].join('\n\n')}\n`;
}
