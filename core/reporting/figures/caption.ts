import type { Figure } from '../../contracts/figures.ts';
import type { Interval } from '../../contracts/interval.ts';
import { counted, levelWords } from '../words.ts';

/** What a reader must know of a figure: its own caption, how many things it shows, and what is drawn beside them. */
export function figureCaption(figure: Figure): string {
  return [figure.caption, ...ownWords(figure)].filter(Boolean).join(' ');
}

function ownWords(figure: Figure): readonly (string | null)[] {
  switch (figure.kind) {
    case 'scatter': {
      const { marks, clouds, trends } = figure;
      const groups = new Set(marks.map(({ group }) => group)).size;
      return [
        `n = ${counted(marks.length, 'mark')}${groups > 1 ? ` in ${groups} groups` : ''}.`,
        intervalNote(marks.flatMap(({ xInterval, yInterval }) => [xInterval, yInterval])),
        clouds ? 'Ellipses: two standard deviations of a group.' : null,
        trends ? `Least-squares lines: ${trendWords[trends]}.` : null,
      ];
    }
    case 'lines':
      return [intervalNote(figure.series.flatMap(({ points }) => points.map(({ interval }) => interval)))];
    case 'bars': {
      const bars = figure.categories.flatMap((category) => category.bars);
      const singles = bars.some(({ points }) => points && points.length > 0);
      return [
        intervalNote(bars.map(({ interval }) => interval)),
        singles ? 'Small circles: single measurements.' : null,
      ];
    }
    case 'map':
      return [`Cells: ${figure.value}. Outlined: the highest of its group and column.`];
  }
}

const trendWords = {
  overall: 'over all marks',
  groups: 'of every group',
  both: 'over all marks, and of every group',
};

function intervalNote(intervals: readonly (Interval | undefined)[]): string | null {
  const levels = [...new Set(intervals.flatMap((interval) => (interval ? [levelWords(interval)] : [])))];
  return levels.length > 0 ? `Thin lines: ${levels.join(' or ')} intervals.` : null;
}
