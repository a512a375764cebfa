import { parseHTML } from 'linkedom';
import type { Figure } from '../../../../core/contracts/figures.ts';
import { figureCaption } from '../../../../core/reporting/figures/caption.ts';
import { drawFigure } from '../../../../core/reporting/figures/draw-figure.ts';
import { figureStyles, stylesOf } from '../../../../core/reporting/figures/styles.ts';
import { textWidth } from '../../../../core/reporting/figures/text-lines.ts';
import { figureNames } from '../../../../core/reporting/finding-names.ts';
import { cloud, exampleFindings } from '../../../support/findings.ts';

const figures = figureNames(exampleFindings()).map(({ figure }) => figure);
const look = { width: 520, styles: [] };

function drawn(figure: Figure, width = look.width) {
  const { document } = parseHTML(drawFigure(figure, { ...look, width }));
  const chart = document.querySelector('svg');
  if (!chart) throw new Error('no drawing');
  return chart;
}

interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** Labels where the drawing puts them, as wide as their text is. */
function labelsOf(chart: ReturnType<typeof drawn>, anchor: 'middle' | 'start'): readonly Label[] {
  return [...chart.querySelectorAll('.labels')].flatMap((group) => {
    const shifted = [group, ...group.querySelectorAll('text')];
    const texts = group.tagName === 'text' ? [group] : [...group.querySelectorAll('text')];
    expect(shifted.length).toBeGreaterThan(0);
    return texts.map((label) => {
      const [x, y] = [group, label]
        .filter((element, index, all) => all.indexOf(element) === index)
        .map((element) => /translate\(([^,)]+),?([^)]*)\)/.exec(element.getAttribute('transform') ?? ''))
        .reduce(
          ([across, down], move) => [across + Number(move?.[1] ?? 0), down + Number(move?.[2] ?? 0)],
          [0, 0],
        );
      const width = textWidth(label.textContent ?? '');
      const left = anchor === 'middle' ? x - width / 2 : x;
      return { text: label.textContent ?? '', left, right: left + width, middle: y };
    });
  });
}

function overlapping(labels: readonly Label[]): readonly string[] {
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right && other.left < one.right && Math.abs(one.middle - other.middle) < 12,
      )
      .map((other) => `${one.text} and ${other.text}`),
  );
}

describe('figures', () => {
  test.each([60, 200])('labels of %i marks do not overlap, and every cloud has one', (count) => {
    const figure = cloud(count);
    for (const width of [520, 760]) {
      const labels = labelsOf(drawn(figure, width), 'middle');
      expect(labels.length).toBeGreaterThanOrEqual(6);
      expect(overlapping(labels)).toEqual([]);
    }
  });

  test('marks that are named, and no others, are labelled', () => {
    const figure = cloud(60);
    const marks = figure.marks.map((mark, index) => ({ ...mark, named: index === 7 }));
    expect(labelsOf(drawn({ ...figure, marks }), 'middle').map(({ text }) => text)).toEqual([
      figure.marks[7].label,
    ]);
  });

  test('names at the ends of lines that meet do not overlap', () => {
    const series = Array.from({ length: 12 }, (_, index) => ({
      label: `line ${index}`,
      points: [1, 2, 3].map((x) => ({ x, y: 0.5 + index / 1000 })),
    }));
    const figure: Figure = { kind: 'lines', title: 'close', x: 'x', y: 'y', series };
    const labels = labelsOf(drawn(figure), 'start');
    expect(labels.map(({ text }) => text)).toHaveLength(12);
    expect(overlapping(labels)).toEqual([]);
  });

  test('names of places across stand in for numbers, slanting where they are long', () => {
    const along = (names: readonly string[]): Figure => ({
      kind: 'lines',
      title: 'rise',
      x: 'regions',
      y: 'y',
      places: names.map((name, index) => ({ x: index + 1, name })),
      series: [{ label: 'a', points: names.map((_, index) => ({ x: index + 1, y: 10 * index })) }],
    });
    const short = drawn(along(['V1', 'V4', 'IT']));
    const texts = Array.from(short.querySelectorAll('text'), ({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(['V1', 'V4', 'IT', 'regions']));
    expect(texts).not.toContain('1.5');
    expect(short.querySelectorAll('[transform*="rotate"]')).toHaveLength(0);
    const layers = drawn(along(Array.from({ length: 8 }, (_, index) => `stage${index}.block1`)));
    expect(layers.querySelectorAll('[transform*="rotate"]')).toHaveLength(8);
  });

  test('every mark, point, bar and cell is drawn, with its interval', () => {
    const [scatter, lines, wideBars] = figures;
    const count = (figure: Figure, what: string) => drawn(figure).querySelectorAll(what).length;
    expect(count(scatter, '[aria-label="dot"] :is(path, circle)')).toBe(60 + 6);
    expect(count(scatter, '[aria-label="rule"] line')).toBe(2 * 60 + 1);
    expect(count(lines, '[aria-label="rule"] line')).toBe(6 * 6 + 1);
    expect(count(wideBars, '[aria-label="rect"] rect')).toBe(36);
    expect(count(wideBars, '[aria-label="rule"] line')).toBe(36 + 2);
  });

  test('no number is lost between NaN and the drawing', () => {
    for (const figure of figures) expect(/NaN|undefined|Infinity/.exec(drawFigure(figure, look))).toBeNull();
  });

  test.each([
    ['one mark', { ...cloud(1), clouds: true, trends: 'both' as const }],
    [
      'marks in one place',
      {
        ...cloud(6),
        marks: cloud(6).marks.map((mark) => ({
          ...mark,
          x: 0,
          y: 0,
          xInterval: undefined,
          yInterval: undefined,
        })),
      },
    ],
    [
      'one point',
      {
        kind: 'lines' as const,
        title: 't',
        x: 'x',
        y: 'y',
        logX: true,
        series: [{ label: 'a', points: [{ x: 4, y: 0 }] }],
      },
    ],
    [
      'bars of nothing',
      {
        kind: 'bars' as const,
        title: 't',
        y: 'y',
        categories: [{ category: 'a', bars: [{ label: 'a', value: 0 }] }],
      },
    ],
    [
      'bars below zero',
      {
        kind: 'bars' as const,
        title: 't',
        y: 'y',
        categories: [{ category: 'a', bars: [{ label: 'a', value: -1 }] }],
      },
    ],
    [
      'an empty map',
      {
        kind: 'map' as const,
        title: 't',
        value: 'v',
        rows: [{ group: 'g', label: 'l' }],
        columns: ['V1'],
        cells: [[null]],
      },
    ],
  ])('draws %s', (_, figure) => {
    expect(/NaN|Infinity/.exec(drawFigure(figure, look))).toBeNull();
  });

  test('groups differ in shape or filling as well as in colour', () => {
    const styles = stylesOf(Array.from({ length: 14 }, (_, index) => `family ${index}`));
    expect(new Set(styles.map(({ symbol, hollow }) => `${symbol} ${hollow}`)).size).toBe(14);
  });

  test('a family looks alike in every figure of a report', () => {
    const known = stylesOf(['a', 'b', 'c']);
    expect(figureStyles(['c', 'a'], known)).toEqual([known[0], known[2]]);
    expect(figureStyles(['x', 'a'], known).map(({ group }) => group)).toEqual(['x', 'a']);
  });

  test('captions state n, intervals and what was drawn beside the data', () => {
    const [scatter, lines, bars] = figures;
    expect(figureCaption(scatter)).toBe(
      'n = 60 marks in 6 groups. Thin lines: 95 % intervals. Ellipses: two standard deviations of a group. ' +
        'Least-squares lines: over all marks.',
    );
    expect(figureCaption(lines)).toMatch(/^128 sites and matched noise .* Thin lines: 95 % intervals\.$/);
    expect(figureCaption(bars)).toContain('Small circles: single measurements.');
  });
});
