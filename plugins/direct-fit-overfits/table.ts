import type { FindingTable } from '../../core/contracts/findings.ts';
import { type Measured, measureWords, trainingPictures } from './measured.ts';

/** Every fit of a region with its gap to the training pictures. */
export function tableOf(ordered: readonly Measured[]): FindingTable {
  return {
    title: `${ordered[0].region}: ${measureWords(ordered[0])}, and what is lost from training pictures to others`,
    columns: [
      'training pictures',
      'neuroids',
      'network',
      'layer',
      'pictures',
      'n',
      'ceiling',
      'fit',
      'low',
      'high',
      'gap',
      'gap low',
      'gap high',
    ],
    rows: ordered.flatMap((measured) =>
      measured.models.flatMap(({ kind, layers, marks }) =>
        marks.map(({ exam, fit, gap }, index) => [
          trainingPictures(measured),
          measured.neuroids,
          kind,
          layers.length > 0 ? [...new Set(layers)].join(', ') : null,
          exam,
          measured.exams[index].stimuli,
          measured.exams[index].ceiling,
          fit.value,
          fit.interval.low,
          fit.interval.high,
          ...(index > 0 ? [gap.value, gap.interval.low, gap.interval.high] : [null, null, null]),
        ]),
      ),
    ),
  };
}
