import type { Container } from '../container/container.ts';
import type { Registry } from '../container/registry.ts';
import type { Finding } from '../contracts/findings.ts';
import type { Log, Progress } from '../contracts/logging.ts';
import type { ReportFile } from '../contracts/reporter.ts';
import { LinearAlgebraService } from '../contracts/services.ts';
import { createRandomStreams } from '../random/streams.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Store } from '../store/store.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { type Builder, createBuilder } from './builder.ts';
import { sampleSheet } from './contact-sheets.ts';
import { costWords, planWork, testingWork, workload } from './cost.ts';
import { bindEngines } from './engines.ts';
import { evaluate, located } from './evaluation.ts';
import { blockFiller } from './fill-blocks.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { layerFeatures } from './layer-features.ts';
import { portray } from './portraits.ts';
import { openRates } from './rates.ts';
import type { Recording } from './recorded-region.ts';
import { record } from './recordings.ts';
import { createResampling } from './resampling.ts';
import { composeResults } from './results.ts';
import { buildParts } from './scene-parts.ts';
import { checkHypotheses, planScene } from './scene-plan.ts';
import { drawSeed } from './seed.ts';
import { type StagedBackbone, stageBackbone } from './staged-backbone.ts';
import { presentedSet, stageStimuli } from './staged-stimuli.ts';
import type { FillBlocks } from './stimulus-sets.ts';

export interface Laboratory {
  readonly container: Container;
  readonly registry: Registry;
  readonly store: Store;
  readonly log: Log;
  readonly progress: Progress;
  /** Version of Neuroid. */
  readonly version: string;
  /** Starts processes that draw; without it, everything is drawn in this one. */
  readonly startWorkers?: () => Promise<WorkerPool>;
}

/**
 * Runs a scene from stimuli to report and gives the files of its reporters. Everything is asked of the store first.
 * Throws InputError where the scene cannot work, EnvironmentError where the machine cannot.
 */
export async function runScene(scene: Scene, laboratory: Laboratory): Promise<readonly ReportFile[]> {
  const { container, registry, store, log, startWorkers } = laboratory;
  const engines = bindEngines(container, registry, scene, log);
  const seed = scene.options.seed ?? drawSeed();
  const filler = startWorkers && blockFiller(scene, seed, store, startWorkers);
  try {
    const random = createRandomStreams(seed);
    const builder = createBuilder({ container, registry, scene, engines, random });
    const { started } = engines;
    return await perform(scene, laboratory, { builder, random, seed, started, fillBlocks: filler?.fill });
  } finally {
    await filler?.close();
    await engines.dispose();
  }
}

interface Run {
  readonly builder: Builder;
  readonly random: ReturnType<typeof createRandomStreams>;
  readonly seed: string;
  readonly started: ReturnType<typeof bindEngines>['started'];
  readonly fillBlocks: FillBlocks | undefined;
}

async function perform(scene: Scene, laboratory: Laboratory, run: Run): Promise<readonly ReportFile[]> {
  const { options } = scene;
  const { store, container, log } = laboratory;
  const { builder, random, fillBlocks } = run;
  const rates = await openRates(store, laboratory.progress);
  const { progress } = rates;
  const services = { store, progress, random };

  const stimuli = await stageStimuli(scene, builder, { store, progress, fillBlocks });
  const sets = new Map(stimuli.map(({ set }) => [set.id, set]));
  const presented = presentedSet(scene, sets);
  const parts = await buildParts(scene, builder, presented, random);
  const backbones: StagedBackbone[] = [];
  for (const index of scene.backbones.keys())
    backbones.push(await stageBackbone(index, scene, builder, sets, services));
  const plan = planScene(presented, sets, backbones, parts);
  checkHypotheses(scene, parts, plan);
  const algebra = await container.get(LinearAlgebraService);
  const features = backbones.map((backbone) =>
    layerFeatures(backbone, presented, { ...services, algebra, keepValues: parts.readout.part.needsValues }),
  );
  const resampling = createResampling(options.bootstrap, random);
  const jobs = await planWork({
    ...services,
    scene,
    stimuli,
    presented,
    backbones,
    features,
    parts,
    resampling,
  });
  log.info(costWords(jobs, rates));
  const planned = workload(jobs);

  const recordings: Recording[] = [];
  for (const [index, population] of parts.populations.entries())
    recordings.push(
      ...(await located(scene, ['populations', index], () =>
        record(population, presented, sets, { ...services, halves: options.ceiling.halves }),
      )),
    );
  const evaluation = await evaluate({
    ...services,
    scene,
    backbones,
    features,
    recordings,
    presented,
    parts,
    algebra,
    resampling,
    fits: planned.fits,
  });
  const regions = [...new Set(recordings.map(({ region }) => region))];
  const evidenceFor = gatherEvidence(
    { plan, sets, backbones, parts, evaluation, regions },
    { ...services, algebra, halves: options.ceiling.halves },
  );
  const findings: Finding[] = [];
  const anew = jobs.some(({ left }) => left > 0);
  for (const [index, built] of parts.hypotheses.entries()) {
    findings.push(
      ...(await located(scene, ['hypotheses', index], () =>
        built.part.test(evidenceFor(built), random.scope(`hypotheses/${built.id}`)),
      )),
    );
    if (anew) rates.learn(testingWork(built, presented), 1);
  }

  const results = await composeResults({
    scene,
    laboratory,
    run,
    stimuli,
    backbones,
    parts,
    recordings,
    evaluation,
    findings,
    workload: planned,
  });
  await rates.save();
  const contactSheets = [];
  for (const { set } of stimuli) contactSheets.push(await sampleSheet({ ...set, frames: set.sample }));
  const portraits = [];
  for (const recording of recordings) portraits.push(await portray(recording, presented));
  const files: ReportFile[] = [];
  for (const { part } of parts.reporters)
    files.push(...(await part.report({ results, contactSheets, portraits })));
  return files;
}
