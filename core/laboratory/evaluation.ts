import type { PerformanceEvidence } from '../contracts/hypothesis.ts';
import type { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { Progress } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { ComparisonScore, TrainSizeScore } from '../contracts/results.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { withPlace } from '../errors/with-place.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Store } from '../store/store.ts';
import { createComparison } from './comparisons.ts';
import { fittingWork } from './cost.ts';
import type { LayerFeatures } from './layer-features.ts';
import { performance } from './performance.ts';
import type { Recording } from './recorded-region.ts';
import type { Resampling } from './resampling.ts';
import type { SceneParts } from './scene-parts.ts';
import { type DrawnScore, scoreBackbone } from './scores.ts';
import type { StagedBackbone } from './staged-backbone.ts';

/** What the backbones of a scene say of its recordings. */
export interface Evaluation {
  readonly layers: DrawnScore[];
  readonly backbones: DrawnScore[];
  readonly trainSizes: TrainSizeScore[];
  readonly comparisons: ComparisonScore[];
  readonly performance: PerformanceEvidence[];
}

/** Scores, compares and tests every backbone, one after the other, so that one backbone's features are held at a time. */
export async function evaluate(given: {
  readonly scene: Scene;
  readonly backbones: readonly StagedBackbone[];
  /** Of every backbone, in the same order. */
  readonly features: readonly (readonly LayerFeatures[])[];
  readonly recordings: readonly Recording[];
  readonly presented: StimulusSet;
  readonly parts: SceneParts;
  readonly store: Store;
  readonly progress: Progress;
  readonly random: RandomStreams;
  readonly algebra: LinearAlgebra;
  readonly resampling: Resampling;
  /** How many readouts are to be fitted, as planned. */
  readonly fits: number;
}): Promise<Evaluation> {
  const {
    scene,
    features,
    recordings,
    presented,
    parts,
    store,
    progress,
    algebra,
    resampling,
    random,
    fits,
  } = given;
  const { protocols, readout, task } = parts;
  const evaluation: Evaluation = {
    layers: [],
    backbones: [],
    trainSizes: [],
    comparisons: [],
    performance: [],
  };
  const compare = recordings.flatMap((recording) =>
    parts.comparisons.map((built, index) => ({
      index,
      comparison: createComparison(built, recording, presented, { store, algebra, random, resampling }),
    })),
  );
  const fitting = progress.step('Fitting readouts', fits, 'fits', fittingWork(readout, presented));

  for (const [index, own] of features.entries()) {
    const layers = own.map((layer) => layer.kept());
    const score = (recording: Recording, protocol: SceneParts['protocols'][number]) => {
      const onFold = () => fitting.advance(1, `${given.backbones[index].id}, ${recording.region}`);
      const { correction } = scene.options.ceiling;
      const context = { store, algebra, resampling, random, readout, recording, correction, onFold };
      return scoreAllSizes(layers, protocol, context, evaluation);
    };
    await located(scene, given.backbones[index].path, async () => {
      for (const recording of recordings) for (const protocol of protocols) await score(recording, protocol);
      const last = layers.at(-1);
      if (task && last)
        evaluation.performance.push(
          await performance(last, task, presented, {
            store,
            resampling,
            random,
            onFold: () => fitting.advance(1, `${own[0].backbone.id}, ${task.label}`),
          }),
        );
    });
    for (const { index: entry, comparison } of compare)
      await located(scene, ['comparisons', entry], async () => {
        evaluation.comparisons.push(...(await comparison(layers)));
      });
  }
  fitting.finish();
  return evaluation;
}

async function scoreAllSizes(
  layers: readonly LayerFeatures[],
  protocol: SceneParts['protocols'][number],
  context: Omit<Parameters<typeof scoreBackbone>[1], 'protocol'>,
  evaluation: Evaluation,
): Promise<void> {
  const scored = await scoreBackbone(layers, { ...context, protocol });
  evaluation.layers.push(...scored.layers);
  evaluation.backbones.push(scored.backbone);
  for (const { size, protocol: fewer } of protocol.sized) {
    const { draws, ...backbone } = (await scoreBackbone(layers, { ...context, protocol: fewer })).backbone;
    evaluation.trainSizes.push({ ...backbone, trainStimuli: size });
  }
}

/** Names the place in the scene of a part whose complaint has none. */
export async function located<Value>(
  scene: Scene,
  path: readonly (string | number)[],
  compute: () => Promise<Value>,
): Promise<Value> {
  try {
    return await compute();
  } catch (error) {
    throw withPlace(error, scene.document.placeOf(path));
  }
}
