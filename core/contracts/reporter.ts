import type { Picture } from './pictures.ts';
import { extensionPoint } from './plugin.ts';
import type { Results } from './results.ts';

export interface ContactSheet {
  readonly title: string;
  readonly caption: string;
  readonly picture: Picture;
}

export interface Report {
  readonly results: Results;
  readonly contactSheets: readonly ContactSheet[];
}

export interface ReportFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** Makes files from results. The same report gives the same bytes. */
export interface Reporter {
  report(report: Report): Promise<readonly ReportFile[]>;
}

export const Reporter = extensionPoint<Reporter>('reporter', 'files from results');
