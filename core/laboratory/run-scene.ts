import type { Container } from '../container/container.ts';
import type { Registry } from '../container/registry.ts';
import {
  type Evidence,
  Hypothesis,
  type PerformanceEvidence,
  type ScoreEvidence,
} from '../contracts/hypothesis.ts';
import type { Log, Progress } from '../contracts/logging.ts';
import { Population } from '../contracts/population.ts';
import { Readout } from '../contracts/readout.ts';
import { Reporter, type ReportFile } from '../contracts/reporter.ts';
import type { Finding } from '../contracts/results.ts';
import { LinearAlgebraService } from '../contracts/services.ts';
import { InputError } from '../errors/errors.ts';
import { createRandomStreams } from '../random/streams.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { ProtocolOptions } from '../scene/schema.ts';
import type { Store } from '../store/store.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { type Builder, type Built, createBuilder } from './builder.ts';
import { sampleSheet } from './contact-sheets.ts';
import { bindEngines } from './engines.ts';
import { blockFiller } from './fill-blocks.ts';
import { type LayerFeatures, layerFeatures } from './layer-features.ts';
import { performance } from './performance.ts';
import { layOutProtocol } from './protocols.ts';
import { type Recording, record } from './recordings.ts';
import { createResampling } from './resampling.ts';
import { composeResults } from './results.ts';
import { scoreBackbone } from './scores.ts';
import { drawSeed } from './seed.ts';
import { type StagedBackbone, stageBackbone } from './staged-backbone.ts';
import { presentedSet, stageStimuli } from './staged-stimuli.ts';

export interface Laboratory {
  readonly container: Container;
  readonly registry: Registry;
  readonly store: Store;
  readonly log: Log;
  readonly progress: Progress;
  /** Version of Neuroid. */
  readonly version: string;
  /** Starts processes that draw; without it, everything is drawn in this one. */
  readonly startWorkers?: () => WorkerPool;
}

const defaultProtocols: readonly ProtocolOptions[] = [
  { id: 'k-fold', split: 'k-fold', folds: 10, correlate: 'within-folds' },
];

/**
 * Runs a scene from stimuli to report and gives the files of its reporters. Everything is asked of the store first.
 * Throws InputError where the scene cannot work, EnvironmentError where the machine cannot.
 */
export async function runScene(scene: Scene, laboratory: Laboratory): Promise<readonly ReportFile[]> {
  const { container, registry, log } = laboratory;
  const engines = bindEngines(container, registry, scene, log);
  try {
    const seed = scene.options.seed ?? drawSeed();
    const random = createRandomStreams(seed);
    const builder = createBuilder({ container, registry, scene, engines, random });
    return await perform(scene, laboratory, { builder, random, seed, started: engines.started });
  } finally {
    await engines.dispose();
  }
}

interface Run {
  readonly builder: Builder;
  readonly random: ReturnType<typeof createRandomStreams>;
  readonly seed: string;
  readonly started: ReturnType<typeof bindEngines>['started'];
}

async function perform(scene: Scene, laboratory: Laboratory, run: Run): Promise<readonly ReportFile[]> {
  const { options, document } = scene;
  const { store, progress, container, startWorkers } = laboratory;
  const { builder, random } = run;
  const services = { store, progress, random };

  const fillBlocks = startWorkers && blockFiller(scene, run.seed, store, startWorkers);
  const stimuli = await stageStimuli(scene, builder, { store, progress, fillBlocks });
  const sets = new Map(stimuli.map(({ set }) => [set.id, set]));
  const presented = presentedSet(scene, sets);
  const protocols = (options.protocols ?? defaultProtocols).map((protocol, index) =>
    layOutProtocol(protocol, presented.table, random, document.placeOf(['protocols', index])),
  );
  const readout = await builder.build(Readout, options.readout, ['readout'], 'readout');
  const task = options.performance && {
    label: options.performance.label,
    folds: options.performance.folds,
    readout: await builder.build(
      Readout,
      options.performance.readout,
      ['performance', 'readout'],
      'performance',
    ),
  };
  const hypotheses = await buildAll(builder, Hypothesis, options.hypotheses, 'hypotheses');
  const reporters = await buildAll(builder, Reporter, options.reporters, 'reporters');
  const populations = await buildAll(builder, Population, options.populations, 'populations');
  const backbones: StagedBackbone[] = [];
  for (const index of options.backbones.keys())
    backbones.push(await stageBackbone(index, scene, builder, sets, services));
  const algebra = await container.get(LinearAlgebraService);
  const resampling = createResampling(options.bootstrap.draws, options.bootstrap.level, random);

  const recordings: Recording[] = [];
  for (const [index, population] of populations.entries())
    recordings.push(
      ...(await located(scene, ['populations', index], () =>
        record(population, presented, sets, { store, random, halves: options.ceiling.halves }),
      )),
    );

  const features: LayerFeatures[][] = backbones.map((backbone) =>
    layerFeatures(backbone, presented, { store, progress, algebra }),
  );
  const layers: ScoreEvidence[] = [];
  const whole: ScoreEvidence[] = [];
  const performances: PerformanceEvidence[] = [];
  const folds = protocols.reduce((sum, protocol) => sum + protocol.folds.length, 0);
  const fitting = progress.step(
    'Fitting readouts',
    features.flat().length * recordings.length * folds,
    'fits',
  );
  for (const [index, own] of features.entries()) {
    await located(scene, ['backbones', index], async () => {
      const kept = own.map(keepWhileScoring);
      for (const recording of recordings)
        for (const protocol of protocols) {
          const onFold = () => fitting.advance(1, `${backbones[index].id}, ${recording.region}`);
          const scored = await scoreBackbone(kept, {
            store,
            algebra,
            resampling,
            random,
            readout,
            recording,
            protocol,
            onFold,
          });
          layers.push(...scored.layers);
          whole.push(scored.backbone);
        }
      const last = kept.at(-1);
      if (task && last)
        performances.push(await performance(last, task, presented, { store, resampling, random }));
    });
  }
  fitting.finish();

  const evidence: Evidence = {
    layers,
    backbones: whole,
    performance: performances,
    regions: [...new Set(recordings.map(({ region }) => region))],
    depth: new Map(backbones.map(({ id, scored }) => [id, scored.map(({ name }) => name)])),
  };
  const findings: Finding[] = [];
  for (const { id, part } of hypotheses)
    findings.push(...(await part.test(evidence, random.scope(`hypotheses/${id}`))));

  const results = await composeResults({
    scene,
    laboratory,
    run,
    stimuli,
    backbones,
    populations,
    recordings,
    readout,
    task,
    hypotheses,
    evidence,
    findings,
  });
  const contactSheets = [];
  for (const { set } of stimuli) contactSheets.push(await sampleSheet(set));
  const files: ReportFile[] = [];
  for (const { part } of reporters) files.push(...(await part.report({ results, contactSheets })));
  return files;
}

/** Reads the features once, however many regions and protocols ask for them. */
function keepWhileScoring(layer: LayerFeatures): LayerFeatures {
  let features: ReturnType<LayerFeatures['features']> | undefined;
  return {
    ...layer,
    features: () => {
      features ??= layer.features();
      return features;
    },
  };
}

async function buildAll<Part>(
  builder: Builder,
  point: Parameters<typeof builder.build<Part>>[0],
  entries: readonly { readonly id: string; readonly plugin: string }[],
  section: string,
): Promise<Built<Part>[]> {
  const built: Built<Part>[] = [];
  for (const [index, entry] of entries.entries())
    built.push(await builder.build(point, entry, [section, index], entry.id));
  return built;
}

/** Names the place in the scene of a part whose complaint has none. */
async function located<Value>(
  scene: Scene,
  path: readonly (string | number)[],
  compute: () => Promise<Value>,
): Promise<Value> {
  try {
    return await compute();
  } catch (error) {
    if (error instanceof InputError && !error.place)
      throw new InputError(error.message, scene.document.placeOf(path), { cause: error });
    throw error;
  }
}
