import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import type { Report } from '../../../core/contracts/reporter.ts';
import { HtmlReport } from '../../../plugins/html-report/html-report.ts';
import { exampleReport } from '../../support/report.ts';

async function write(report: Report): Promise<string> {
  const [file] = await new HtmlReport().report(report);
  return String(file.content);
}

describe('html-report', () => {
  let report: Report;
  /** With few scores and nothing made of them. */
  let brief: Report;
  let content: string;
  let document: ReturnType<typeof parseHTML>['document'];

  beforeAll(async () => {
    report = await exampleReport();
    const { results } = report;
    const scores = results.scores.slice(0, 3);
    brief = {
      ...report,
      portraits: [],
      results: { ...results, scores, comparisons: [], trainSizes: [], findings: [] },
    };
    content = await write(report);
    ({ document } = parseHTML(content));
  });

  test('asks for nothing outside the file', () => {
    const sources = [...document.querySelectorAll('[src], [href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    expect(
      sources.filter((source) => !/^(#|data:image\/png|data:application\/x-bibtex)/.test(source)),
    ).toEqual([]);
    expect(document.querySelectorAll('link, script[src], iframe')).toHaveLength(0);
    expect(content).not.toMatch(/url\(|@import|(src|href)="https?:/);
  });

  test('links of verdicts and contents lead to places of the page', () => {
    const targets = [...document.querySelectorAll('.verdicts a, nav a')].map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    );
    expect(targets.length).toBeGreaterThan(report.results.findings.length);
    expect(targets.filter((id) => !document.getElementById(id))).toEqual([]);
  });

  test('confusions are shares of the stimuli shown, those of the most accurate backbones open', async () => {
    const confusion = [
      { class: 'cars', readAs: { cars: 6, boats: 2 } },
      { class: 'boats', readAs: { cars: 1, boats: 1 } },
    ];
    const performance = report.results.performance.map((entry) => ({ ...entry, confusion }));
    expect(performance.length).toBeGreaterThan(2);
    const { document } = parseHTML(await write({ ...brief, results: { ...brief.results, performance } }));
    const matrices = [...document.querySelectorAll('#performance .heat-map table')];
    expect(matrices).toHaveLength(performance.length);
    expect(document.querySelectorAll('#performance details table')).toHaveLength(performance.length - 2);
    const best = performance.toSorted((left, right) => right.accuracy - left.accuracy)[0];
    expect(matrices[0].querySelector('caption')?.textContent).toContain(best.backbone);
    const cells = [...matrices[0].querySelectorAll('td')];
    expect(cells.map((cell) => cell.textContent)).toEqual(['0.75', '0.25', '0.50', '0.50']);
    expect(cells.map((cell) => cell.className)).toEqual(['best', '', '', 'best']);
  });

  test('is the same for the same report, and changes with a number', async () => {
    const digest = (content: string) => createHash('sha256').update(content).digest('hex');
    expect(digest(await write(report))).toBe(digest(content));
    const scores = brief.results.scores.map((score) => ({ ...score, raw: score.raw / 2 }));
    const other = { ...brief, results: { ...brief.results, scores } };
    expect(digest(await write(other))).not.toBe(digest(await write(brief)));
  });

  test('says simulated beside every population, score and finding that is', async () => {
    const { populations, scores, findings, comparisons, trainSizes } = report.results;
    const badges = document.querySelectorAll('.badge').length;
    const curves = document.querySelectorAll('#train-sizes figure').length;
    expect(curves).toBe(3);
    expect(badges).toBe(
      1 +
        populations.length +
        report.portraits.length +
        scores.length +
        2 * findings.length +
        comparisons.length +
        curves,
    );
    const recorded = {
      ...report.results,
      populations: populations.map((population) => ({ ...population, simulated: false })),
      scores: scores.map((score) => ({ ...score, simulated: false })),
      findings: findings.map((finding) => ({ ...finding, simulated: false })),
      comparisons: comparisons.map((comparison) => ({ ...comparison, simulated: false })),
      trainSizes: trainSizes.map((score) => ({ ...score, simulated: false })),
    };
    const page = await write({
      ...report,
      results: recorded,
      portraits: report.portraits.map((portrait) => ({ ...portrait, simulated: false })),
    });
    expect(parseHTML(page).document.querySelectorAll('.badge')).toHaveLength(0);
    expect(page).not.toContain('test the pipeline');
  });

  test('every drawing has a text alternative', () => {
    const drawings = [...document.querySelectorAll('svg')];
    expect(drawings.length).toBeGreaterThan(6);
    expect(drawings.filter((drawing) => !drawing.getAttribute('aria-label'))).toEqual([]);
    expect([...document.querySelectorAll('img')].filter((image) => !image.getAttribute('alt'))).toEqual([]);
    expect(
      [...document.querySelectorAll('table')].filter((table) => !table.querySelector('caption')),
    ).toEqual([]);
  });

  test('escapes whatever comes from a scene', async () => {
    const evil = '<img src=x onerror="alert(1)">&';
    const { document } = parseHTML(
      await write({
        contactSheets: report.contactSheets.map((sheet) => ({ ...sheet, caption: evil })),
        portraits: report.portraits
          .slice(0, 1)
          .map((portrait) => ({ ...portrait, region: evil, unit: evil })),
        results: {
          ...brief.results,
          scene: evil,
          warnings: [evil],
          options: { evil },
          findings: report.results.findings.map((finding) => ({
            ...finding,
            subject: evil,
            explanation: evil,
          })),
          scores: brief.results.scores.map((score) => ({ ...score, backbone: evil })),
        },
      }),
    );
    expect(document.querySelectorAll('img')).toHaveLength(report.contactSheets.length + 2);
    expect(document.querySelector('.portrait summary')?.textContent).toContain(evil);
    expect(document.querySelector('#warnings li')?.textContent).toBe(evil);
    expect(document.querySelector('#scores tbody th')?.textContent).toBe(evil);
  });

  test('marks a score above the ceiling and shows its number', async () => {
    const scores = brief.results.scores
      .slice(0, 2)
      .map((score, index) => ({ ...score, ceiled: 0.9 + index / 4 }));
    const { document } = parseHTML(await write({ ...brief, results: { ...brief.results, scores } }));
    const cells = [...document.querySelectorAll('#scores tbody tr')].map(
      (row) => row.children[7].textContent,
    );
    expect(cells[0]).toMatch(/^0\.90/);
    expect(cells[0]).not.toContain('▲');
    expect(cells[1]).toMatch(/^1\.15.*▲/s);
  });

  test('says that there is no ceiling where stimuli were shown once', async () => {
    const populations = report.results.populations.map((own) => ({ ...own, reliability: null }));
    const scores = report.results.scores
      .slice(0, 1)
      .map((score) => ({ ...score, ceiling: null, ceiled: null, interval: null }));
    const page = await write({ ...brief, results: { ...brief.results, populations, scores } });
    const { document } = parseHTML(page);
    expect(document.querySelector('#populations tbody')?.textContent).toContain('none: shown once');
    const cells = document.querySelector('#scores tbody tr')?.children;
    expect([cells?.[6].textContent, cells?.[7].textContent]).toEqual(['–', '–']);
  });

  test('a scene without hypotheses, populations and training still gives a page', async () => {
    const { results } = report;
    const bare = {
      ...results,
      backbones: results.backbones.map((backbone) => ({ ...backbone, training: [] })),
      populations: [],
      scores: [],
      trainSizes: [],
      comparisons: [],
      performance: [],
      findings: [],
      warnings: [],
    };
    const { document } = parseHTML(await write({ results: bare, contactSheets: [], portraits: [] }));
    const titles = [...document.querySelectorAll('h2')].map((title) => title.textContent);
    expect(titles).toEqual(['Stimuli', 'Models', 'Methods', 'References', 'This run']);
  });
});
