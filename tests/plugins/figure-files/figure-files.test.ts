import { parseHTML } from 'linkedom';
import type { Report, ReportFile } from '../../../core/contracts/reporter.ts';
import { FigureFiles } from '../../../plugins/figure-files/figure-files.ts';
import { exampleReport } from '../../support/report.ts';

describe('figure-files', () => {
  let report: Report;
  let files: readonly ReportFile[];

  beforeAll(async () => {
    report = await exampleReport();
    files = await new FigureFiles({ width: 760 }).report(report);
  });

  test('writes one file per figure, each under a name of its own', () => {
    const figures = report.results.findings.flatMap(({ figures = [] }) => figures);
    expect(files).toHaveLength(figures.length);
    expect(new Set(files.map(({ name }) => name)).size).toBe(figures.length);
    expect(files.every(({ name }) => /^figures\/[^/\s]+\.svg$/.test(name))).toBe(true);
  });

  test('every file stands alone: namespace, fonts, title, real colours, nothing from outside', () => {
    for (const { content } of files) {
      const text = String(content);
      expect(text.startsWith('<svg ')).toBe(true);
      expect(/var\(|url\(|href|class="plot|inherit/.exec(text)).toBeNull();
      const chart = parseHTML(text).document.querySelector('svg');
      expect(chart?.getAttribute('xmlns')).toBe('http://www.w3.org/2000/svg');
      expect(chart?.getAttribute('font-family')).toContain('sans-serif');
      expect(chart?.querySelector('title')?.textContent).toBeTruthy();
    }
  });

  test('title, n and that neuroids are simulated stand in the picture', () => {
    const scatter = files.find(({ name }) => name.endsWith('predictivity-it-across-objects.svg'));
    const words = parseHTML(String(scatter?.content)).document.querySelector('svg')?.textContent;
    expect(words).toContain('Performance and predictivity: IT, across objects');
    expect(words).toContain('n = 60 marks');
    expect(words?.replace(/\s+/g, ' ')).toContain('Neuroids are simulated.');
  });

  test('does not say simulated where neuroids are recorded', async () => {
    const findings = report.results.findings.map((finding) => ({ ...finding, simulated: false }));
    const recorded = await new FigureFiles({ width: 760 }).report({
      ...report,
      results: { ...report.results, findings },
    });
    expect(recorded.filter(({ content }) => String(content).includes('simulated'))).toEqual([]);
  });
});
