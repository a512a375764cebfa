import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import { page } from './page/page.ts';

/** Writes `report.html`: one file that asks for nothing else and is the same for the same report. */
export class HtmlReport implements Reporter {
  async report(report: Report): Promise<readonly ReportFile[]> {
    return [{ name: 'report.html', content: await page(report) }];
  }
}
