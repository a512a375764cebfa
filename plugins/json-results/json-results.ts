import { z } from 'zod';
import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import { ResultsSchema } from '../../core/contracts/results.ts';

/**
 * Writes `results.json`. Keys stand in the order of the schema, those of free records in the order given; numbers
 * keep full precision. Throws TypeError, naming each place, when the results do not fit their schema.
 */
export class JsonResults implements Reporter {
  async report({ results }: Report): Promise<readonly ReportFile[]> {
    const checked = ResultsSchema.safeParse(results);
    if (!checked.success)
      throw new TypeError(`the results do not fit their schema:\n${z.prettifyError(checked.error)}`);
    return [{ name: 'results.json', content: `${JSON.stringify(checked.data, null, 2)}\n` }];
  }
}
