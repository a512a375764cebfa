import type { Report } from '../../../core/contracts/reporter.ts';
import { FigureFiles } from '../../../plugins/figure-files/figure-files.ts';
import { MarkdownReport } from '../../../plugins/markdown-report/markdown-report.ts';
import { exampleReport } from '../../support/report.ts';

async function write(report: Report, figures = true): Promise<string> {
  const [file] = await new MarkdownReport({ figures }).report(report);
  return String(file.content);
}

describe('markdown-report', () => {
  let report: Report;
  let text: string;

  beforeAll(async () => {
    report = await exampleReport();
    text = await write(report);
  });

  test('opens with every verdict, its n, and that it is simulated', () => {
    const opening = text.slice(0, text.indexOf('\n## '));
    const lines = opening.split('\n').filter((line) => line.startsWith('- '));
    const { findings } = report.results;
    expect(lines).toHaveLength(findings.length);
    for (const { verdict, n, value } of findings)
      expect(
        lines.some(
          (line) =>
            line.startsWith(`- **${verdict}** (simulated): `) &&
            line.includes(`n = ${n}`) &&
            line.includes(`= ${value.toFixed(2)}`),
        ),
      ).toBe(true);
    expect(opening).toContain('test the pipeline, not the brain');
  });

  test('shows the files that figure-files writes', async () => {
    const shown = [...text.matchAll(/^!\[.*\]\((.*)\)$/gm)].map(([, path]) => decodeURI(path));
    const files = await new FigureFiles({ width: 760 }).report(report);
    expect(shown.toSorted()).toEqual(files.map(({ name }) => name).toSorted());
    expect(await write(report, false)).not.toContain('![');
  });

  test('every table has as many cells in each line', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.match(/(?<!\\)\|/g)?.length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  test('nothing of a scene becomes markup', async () => {
    const evil = '<b>|*x*|</b>\n# [a](b)';
    const findings = report.results.findings.map((finding) => ({
      ...finding,
      subject: evil,
      explanation: evil,
    }));
    const page = await write({
      ...report,
      results: { ...report.results, scene: evil, warnings: [evil], findings },
    });
    expect(page).not.toMatch(/(?<!\\)<b>|(?<!\\)\[a\]|^# \[/m);
  });
});
