import type { Finding } from '../../core/contracts/findings.ts';
import { evidenceWords } from '../../core/hypotheses/evidence-words.ts';
import { allOf, verdictOf } from '../../core/hypotheses/verdict.ts';
import { counted, decimal, listed, range } from '../../core/reporting/words.ts';
import { figuresOf } from './figures.ts';
import { type Kind, type Measured, markOf, measureWords, trainingPictures } from './measured.ts';
import type { Options } from './options.ts';
import { id } from './requirements.ts';
import { tableOf } from './table.ts';

/** The finding of one region; its verdict comes from the condition with most pictures and, among these, most neuroids. */
export function findingOf(conditions: readonly Measured[], options: Options): Finding {
  const ordered = conditions.toSorted(
    (a, b) => trainingPictures(a) - trainingPictures(b) || a.neuroids - b.neuroids,
  );
  const headline = ordered[ordered.length - 1];
  const { region, exams } = headline;
  const fittable = options.fittable.includes(region);
  const measured = {
    ...(fittable ? directLessReadout(headline, options) : readoutLessDirect(headline, options)),
    n: exams[exams.length - 1].stimuli,
    sample: 'pictures of new categories',
  };
  return {
    hypothesis: id,
    subject: region,
    ...measured,
    summary: `${fitWords(headline)}: ${evidenceWords('difference', measured)}.`,
    simulated: headline.simulated,
    explanation: explanation(headline),
    figures: figuresOf(ordered),
    tables: [tableOf(ordered)],
  };
}

type Outcome = Pick<Finding, 'prediction' | 'statistic' | 'value' | 'interval' | 'control' | 'verdict'>;

/** Of a region that is predicted to be overfitted. */
function readoutLessDirect({ region, advantage }: Measured, { negligible }: Options): Outcome {
  const { value, interval, control, pAbove } = advantage;
  return {
    prediction: `On new categories, a network fitted directly to ${region} explains less of it than the task-trained network with a linear readout.`,
    statistic: 'explained variance / ceiling on new categories: task-trained with readout less direct fit',
    value,
    interval,
    control,
    verdict: verdictOf({ p: pAbove, interval, negligible }),
  };
}

/** Of a region that can be fitted directly: not less by what would matter, and more than nothing. */
function directLessReadout({ region, advantage, pDirect }: Measured, { negligible }: Options): Outcome {
  const { value, interval, control, pBelow } = advantage;
  const turned = { ...interval, low: -interval.high, high: -interval.low };
  return {
    prediction:
      `On new categories, a network fitted directly to ${region} explains some of it, and less than the task-trained network with ` +
      `a linear readout by no more than ${decimal(negligible)}.`,
    statistic: 'explained variance / ceiling on new categories: direct fit less task-trained with readout',
    value: -value,
    interval: turned,
    control: -control,
    verdict: verdictOf({
      p: allOf([pBelow, pDirect]),
      interval: { low: turned.low + negligible, high: turned.high + negligible },
      negligible: 0,
    }),
  };
}

/** `IT on new categories: the direct fit explains 0.11, the task-trained network with a linear readout 0.24`. */
function fitWords(measured: Measured): string {
  const explains = (kind: Kind, what: string) => {
    const mark = markOf(measured, kind, 'new categories');
    return mark ? [`${what} ${decimal(mark.fit.value)}`] : [];
  };
  return `${measured.region} on new categories: ${listed([
    ...explains('direct fit', 'the direct fit explains'),
    ...explains('task-trained', 'the task-trained network with a linear readout'),
    ...explains('untrained', 'the untrained one'),
  ])}`;
}

function explanation(measured: Measured): string {
  const { models, neuroids } = measured;
  const fits = models.map(({ kind, layers, marks }) => {
    const of = layers.length > 0 ? ` (readout of ${listed([...new Set(layers)])})` : '';
    const words = marks.map(
      ({ exam, fit }) => `${exam} ${decimal(fit.value)} (${range(fit.interval.low, fit.interval.high)})`,
    );
    return `${kind}${of}: ${words.join(', ')}`;
  });
  return (
    `Fitted to ${counted(neuroids, 'neuroid')} on ${counted(trainingPictures(measured), 'picture')}; ${measureWords(measured)}: ` +
    `${fits.join('; ')}. Control: the difference when predictions are handed to other pictures at random. Intervals ` +
    'draw neuroids and pictures anew, of new objects and categories whole objects; they speak of these networks, not of others trained alike.'
  );
}
