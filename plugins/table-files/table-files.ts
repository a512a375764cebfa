import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import { type ResultTable, resultTables } from '../../core/reporting/result-tables.ts';
import { csv } from './csv.ts';
import type { Options } from './index.ts';
import { parquet } from './parquet.ts';

const writers: Readonly<Record<Options['formats'][number], (table: ResultTable) => Uint8Array | string>> = {
  csv,
  parquet,
};

/** Writes every table of the results, once per format. */
export class TableFiles implements Reporter {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async report({ results }: Report): Promise<readonly ReportFile[]> {
    return resultTables(results).flatMap((table) =>
      this.#options.formats.map((format) => ({
        name: `tables/${table.name}.${format}`,
        content: writers[format](table),
      })),
    );
  }
}
