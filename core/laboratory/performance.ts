import type { PerformanceEvidence } from '../contracts/hypothesis.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import {
  type ClassificationContext,
  classesOf,
  classification,
  drawnStimuli,
  type Task,
} from './classification.ts';
import type { LayerFeatures } from './layer-features.ts';

/** How well a backbone's last layer tells the classes of a task apart, with intervals over stimuli. */
export async function performance(
  layer: LayerFeatures,
  task: Task,
  stimuli: StimulusSet,
  context: ClassificationContext & { readonly onFold: () => void },
): Promise<PerformanceEvidence> {
  const { resampling } = context;
  const { label, readout } = task;
  const { labels, classes } = classesOf(stimuli, label);
  const drawn = drawnStimuli(labels);
  const {
    resampled,
    sensitivities: dPrimes,
    confusion,
    byVariation: levels,
    ...measured
  } = await classification(layer, task, stimuli, context).read();
  return {
    backbone: layer.backbone.id,
    family: layer.backbone.built.part.family,
    layer: layer.layer.name,
    task: label,
    readout: readout.part.description,
    ...measured,
    chance: 1 / classes.length,
    interval: resampling.interval(measured.accuracy, resampled, drawn),
    byVariation: Object.fromEntries(
      Object.entries(levels).map(([level, { accuracy, stimuli: count, resampled: own }]) => [
        level,
        {
          accuracy,
          interval: resampling.interval(
            accuracy,
            own.map((value) => value ?? Number.NaN),
            drawn,
          ),
          stimuli: count,
        },
      ]),
    ),
    sensitivities: Object.fromEntries(classes.map((name, index) => [name, dPrimes[index]])),
    confusion: classes.map((name, index) => ({
      class: name,
      readAs: Object.fromEntries(classes.map((other, read) => [other, confusion[index][read]])),
    })),
    n: { stimuli: labels.length, classes: classes.length, bootstrap: resampling.draws },
    draws: Float64Array.from(resampled.slice(0, resampling.draws)),
  };
}
