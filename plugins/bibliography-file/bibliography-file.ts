import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import { bibliography, bibtex } from '../../core/reporting/bibliography.ts';

/** Writes `references.bib`: the works that the plugins of the run cite, and Neuroid itself. */
export class BibliographyFile implements Reporter {
  async report({ results }: Report): Promise<readonly ReportFile[]> {
    const { plugins, neuroid } = results;
    return [{ name: 'references.bib', content: bibtex(bibliography(plugins), neuroid) }];
  }
}
