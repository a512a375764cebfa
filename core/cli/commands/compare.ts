import { Command } from 'commander';
import { compareRuns } from '../../run-comparison/compare-runs.ts';
import { readRun } from '../../run-comparison/read-run.ts';
import { printComparison } from '../print-comparison.ts';
import { wholeNumber } from '../settings.ts';

interface CompareOptions {
  readonly most: number;
  readonly json?: boolean;
}

export function compareCommand(): Command {
  return new Command('compare')
    .description('say what changed from one run to another: options, versions, scores, verdicts')
    .argument('<before>', 'folder of a run, or its results.json')
    .argument('<after>', 'the same of the other run')
    .option('--most <number>', 'lines per list of values, those that differ most', wholeNumber, 20)
    .option('--json', 'print one JSON object with everything and nothing else')
    .action(async (before: string, after: string, { most, json }: CompareOptions) => {
      const comparison = compareRuns(await readRun(before), await readRun(after));
      process.stdout.write(json ? `${JSON.stringify(comparison)}\n` : printComparison(comparison, most));
    });
}
