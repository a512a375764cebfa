import type { Figure } from '../../core/contracts/figures.ts';
import { counted, whole } from '../../core/reporting/words.ts';
import type { ExamName } from './exams.ts';
import { type Kind, type Measured, markOf, measureWords, trainingPictures } from './measured.ts';

type Lines = Extract<Figure, { kind: 'lines' }>;

const labels: Readonly<Record<Kind, string>> = {
  'direct fit': 'direct fit',
  'task-trained': 'task-trained, readout',
  untrained: 'untrained, readout',
};

const curves: readonly (readonly [Kind, ExamName])[] = [
  ['direct fit', 'training'],
  ['task-trained', 'training'],
  ['direct fit', 'new categories'],
  ['task-trained', 'new categories'],
  ['untrained', 'new categories'],
];

/** Fits over training pictures, over neuroids, and in all exams; curves only where there are two points or more. */
export function figuresOf(ordered: readonly Measured[]): Figure[] {
  const headline = ordered[ordered.length - 1];
  const sameNeuroids = ordered.filter(({ neuroids }) => neuroids === headline.neuroids);
  const samePictures = ordered.filter((own) => trainingPictures(own) === trainingPictures(headline));
  return [
    ...curvesOver('training pictures', trainingPictures, sameNeuroids, counted(headline.neuroids, 'neuroid')),
    ...curvesOver(
      'neuroids',
      ({ neuroids }) => neuroids,
      samePictures,
      `${whole(trainingPictures(headline))} training pictures`,
    ),
    barsOf(headline),
  ];
}

function curvesOver(
  x: string,
  place: (measured: Measured) => number,
  points: readonly Measured[],
  matched: string,
): Lines[] {
  if (points.length < 2) return [];
  const { region, exams } = points[0];
  return [
    {
      kind: 'lines',
      title: `${region}: fit and number of ${x}`,
      caption:
        `${matched}; ${whole(exams[exams.length - 1].stimuli)} pictures of new categories; explained variance of training pictures ` +
        'above 1 is noise that was learnt. Intervals over pictures and neuroids.',
      x,
      y: measureWords(points[0]),
      logX: true,
      series: curves.flatMap(([kind, exam]) => {
        const marks = points.flatMap((measured) => {
          const mark = markOf(measured, kind, exam);
          return mark ? [{ x: place(measured), y: mark.fit.value, interval: mark.fit.interval }] : [];
        });
        return marks.length > 0 ? [{ label: `${labels[kind]}: ${exam}`, points: marks }] : [];
      }),
    },
  ];
}

function barsOf(measured: Measured): Figure {
  const { region, neuroids, exams, models } = measured;
  return {
    kind: 'bars',
    title: `${region}: how far the fit carries`,
    caption: `${counted(neuroids, 'neuroid')}. Pictures: ${exams
      .map(({ exam, stimuli }) => `${exam} ${whole(stimuli)}`)
      .join(', ')}. Intervals over pictures and neuroids.`,
    y: measureWords(measured),
    categories: exams.map(({ exam }, index) => ({
      category: exam,
      bars: models.map(({ kind, marks }) => ({
        label: labels[kind],
        value: marks[index].fit.value,
        interval: marks[index].fit.interval,
        ...(marks[index].single.length > 1 && { points: [...marks[index].single] }),
      })),
    })),
  };
}
