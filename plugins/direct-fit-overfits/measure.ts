import { strings, type Table } from '../../core/assembly/table.ts';
import type {
  BackboneEvidence,
  BackbonePlan,
  Evidence,
  RegionResponses,
} from '../../core/contracts/evidence.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { bootstrapP } from '../../core/hypotheses/verdict.ts';
import { percentileInterval } from '../../core/statistics/bootstrap.ts';
import { mean } from '../../core/statistics/summaries.ts';
import { scaledDraws } from '../../core/statistics/two-factor-interval.ts';
import type { Condition, Controls } from './conditions.ts';
import { examsOf } from './exams.ts';
import { average, difference, type Fit } from './fits.ts';
import type { Advantage, Estimate, Measured, ModelMarks } from './measured.ts';
import { directFits, type Model, readouts } from './models.ts';
import type { Options } from './options.ts';
import { innerSplit } from './readouts.ts';
import { chooseNeuroids, type Sitting, sit } from './sittings.ts';

const level = 0.95;
const shuffles = 20;

export interface Workplace {
  readonly evidence: Evidence;
  readonly options: Options;
  readonly readout: Readout;
  readonly algebra: LinearAlgebra;
  readonly random: RandomStreams;
}

/** Direct fits and linear readouts of other networks, fitted on the same pictures and neuroids, in all exams. */
export async function measure(
  { population, region, networks, training }: Condition,
  controls: Controls,
  { evidence, options, readout, algebra, random }: Workplace,
): Promise<Measured> {
  const { pictures, draws, negligible } = options;
  const table = evidence.plan.tables.get(pictures) as Table;
  const responses = (await evidence.responses(pictures)).find(
    (own) => own.population === population && own.region === region,
  ) as RegionResponses;
  const direct = networksOf(evidence, networks);
  const neuroids = chooseNeuroids(responses, await direct[0].outputNames());
  const inner = innerSplit(training, strings(table, 'object_name'), random.stream('layers'));
  const readOut = (kind: 'task-trained' | 'untrained', plans: readonly BackbonePlan[]) =>
    readouts(kind, networksOf(evidence, plans), neuroids, { pictures, training, inner }, readout);

  const models = [
    await directFits(direct, neuroids, pictures),
    await readOut('task-trained', controls.taskTrained),
    ...(controls.untrained.length > 0 ? [await readOut('untrained', controls.untrained)] : []),
  ];
  const scope = random.scope(`${population}/${region}`);
  const sittings = examsOf(table, training, options).map((exam) =>
    sit(exam, neuroids, { draws, random: scope, algebra }),
  );
  const fits = models.map(({ predictions }) =>
    sittings.map((sitting) => predictions.map((predict) => sitting.mark(predict))),
  );
  const [ofDirect, ofTaskTrained] = fits.map((own) => average(own[own.length - 1]));
  const newCategories = sittings[sittings.length - 1];
  return {
    population,
    region,
    simulated: responses.simulated,
    neuroids: neuroids.ids.length,
    repeated: neuroids.halves !== undefined,
    exams: sittings.map(({ exam, ceiling }) => ({ exam: exam.name, stimuli: exam.rows.length, ceiling })),
    models: models.map((model, index) => marksOf(model, sittings, fits[index])),
    advantage: {
      ...advantageOf(difference(ofTaskTrained, ofDirect), negligible),
      control: shuffledAdvantage(models, newCategories, random.stream('shuffles')),
    },
    pDirect: bootstrapP(scaledDraws(ofDirect.value, ofDirect.draws)),
  };
}

function networksOf({ models }: Evidence, plans: readonly BackbonePlan[]): BackboneEvidence[] {
  return plans.map(({ id }) => models.find((model) => model.id === id) as BackboneEvidence);
}

/** @param fits exam by exam, network by network. */
function marksOf(
  { kind, networks, layers }: Model,
  sittings: readonly Sitting[],
  fits: readonly (readonly Fit[])[],
): ModelMarks {
  const [training] = fits.map(average);
  return {
    kind,
    networks,
    layers,
    marks: sittings.map(({ exam }, index) => ({
      exam: exam.name,
      fit: estimate(average(fits[index])),
      single: fits[index].map(({ value }) => value),
      gap: estimate(difference(training, average(fits[index]))),
    })),
  };
}

function estimate({ value, draws }: Fit): Estimate {
  return { value, interval: percentileInterval(scaledDraws(value, draws), level) };
}

function advantageOf(fit: Fit, negligible: number): Omit<Advantage, 'control'> {
  const draws = scaledDraws(fit.value, fit.draws);
  return {
    ...estimate(fit),
    pAbove: bootstrapP(draws),
    pBelow: bootstrapP(
      draws.map((draw) => -draw),
      -negligible,
    ),
  };
}

/** Mean advantage when predictions are handed to other pictures at random. */
function shuffledAdvantage(
  [direct, taskTrained]: readonly Model[],
  sitting: Sitting,
  random: RandomStream,
): number {
  const length = sitting.exam.rows.length;
  return mean(
    Array.from({ length: shuffles }, () => {
      const order = random.permutation(length);
      const mark = ({ predictions }: Model) =>
        mean(predictions.map((predict) => sitting.markShuffled(predict, order)));
      return mark(taskTrained) - mark(direct);
    }),
  );
}
