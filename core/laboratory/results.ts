import os from 'node:os';
import { strings, type Table } from '../assembly/table.ts';
import type { Evidence, Hypothesis } from '../contracts/hypothesis.ts';
import type { Population } from '../contracts/population.ts';
import type { Readout } from '../contracts/readout.ts';
import type { Finding, Results } from '../contracts/results.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Built } from './builder.ts';
import type { Task } from './performance.ts';
import type { Recording } from './recordings.ts';
import type { StagedBackbone } from './staged-backbone.ts';
import type { StagedStimuli } from './staged-stimuli.ts';

interface Outcome {
  readonly scene: Scene;
  readonly laboratory: { readonly version: string };
  readonly run: { readonly seed: string; readonly started: () => Results['engines'] };
  readonly stimuli: readonly StagedStimuli[];
  readonly backbones: readonly StagedBackbone[];
  readonly populations: readonly Built<Population>[];
  readonly recordings: readonly Recording[];
  readonly readout: Built<Readout>;
  readonly task: Task | undefined;
  readonly hypotheses: readonly Built<Hypothesis>[];
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** Everything that a run found out, as `results.json` has it. The same run gives the same results, byte by byte. */
export async function composeResults(outcome: Outcome): Promise<Results> {
  const { scene, evidence } = outcome;
  const scores = [...evidence.backbones, ...evidence.layers].map(({ draws, ...score }) => score);
  const engines = outcome.run.started();
  return {
    $schema: 'results.schema.json',
    scene: scene.options.scene,
    seed: outcome.run.seed,
    seedDrawn: scene.options.seed === undefined,
    neuroid: outcome.laboratory.version,
    engines,
    versions: { node: process.version, system: `${os.type()} ${os.arch()}` },
    options: resolvedOptions(outcome),
    stimuli: outcome.stimuli.map(describeStimuli),
    backbones: await Promise.all(outcome.backbones.map(describeBackbone)),
    populations: outcome.recordings.map(({ summary }) => summary),
    scores,
    performance: evidence.performance.map(({ draws, ...performance }) => performance),
    findings: [...outcome.findings],
    warnings: warnings(engines, outcome.recordings, scores),
  };
}

function resolvedOptions({ scene, stimuli, backbones, populations, readout, task, hypotheses }: Outcome) {
  const { scene: _, seed, plugins, variables, stimuli: _stimuli, backbones: given, ...rest } = scene.options;
  return {
    ...rest,
    variables,
    plugins,
    stimuli: stimuli.map(({ built }) => describePart(built)),
    backbones: backbones.map(({ id, built }, index) => ({
      ...describePart(built),
      id,
      train: given[index].train,
    })),
    populations: populations.map(describePart),
    readout: describePart(readout),
    ...(task && { performance: { ...task, readout: describePart(task.readout) } }),
    hypotheses: hypotheses.map(describePart),
  };
}

function describePart({ id, plugin, options }: Built<unknown>) {
  return { id, plugin: plugin.id, version: plugin.version, ...options };
}

function describeStimuli({ built, set }: StagedStimuli): Results['stimuli'][number] {
  return {
    id: set.id,
    plugin: built.plugin.id,
    count: set.table.length,
    key: set.key,
    categories: [...new Set(columnOf(set.table, 'category_name'))],
    objects: new Set(columnOf(set.table, 'object_name')).size,
  };
}

function columnOf(table: Table, name: string): readonly string[] {
  return table.columns[name] ? strings(table, name) : [];
}

async function describeBackbone(backbone: StagedBackbone): Promise<Results['backbones'][number]> {
  const { id, built } = backbone;
  return {
    id,
    plugin: built.plugin.id,
    family: built.part.family,
    layers: built.part.layers.map(({ name, shape }) => ({ name, shape: [...shape] })),
    training: (await backbone.learningCurve()).map(({ epoch, metrics }) => ({
      epoch,
      metrics: { ...metrics },
    })),
  };
}

function warnings(
  engines: Results['engines'],
  recordings: readonly Recording[],
  scores: Results['scores'],
): string[] {
  const degraded = Object.values(engines).flatMap((engine) => engine.degraded ?? []);
  const excluded = recordings
    .filter(({ summary }) => summary.excluded.length > 0)
    .map(
      ({ population, region, summary: { excluded, neuroids } }) =>
        `${excluded.length} of ${excluded.length + neuroids} neuroids of ${population} (${region}) are left out: ` +
        `${[...new Set(excluded.map(({ reason }) => reason))].join('; ')}.`,
    );
  const incomplete = recordings
    .filter(({ summary: { repetitions } }) => repetitions.fewest < repetitions.most)
    .map(
      ({ population, region, summary: { repetitions } }) =>
        `Repetitions of ${population} (${region}) are incomplete: ${repetitions.fewest} to ${repetitions.most} per stimulus.`,
    );
  const above = scores
    .filter(({ ceiled }) => ceiled > 1)
    .map(
      ({ backbone, layer, region, protocol, ceiled }) =>
        `${backbone}${layer ? ` ${layer}` : ''} explains ${region} above its ceiling under ${protocol} (${ceiled.toFixed(2)}).`,
    );
  return [...degraded, ...excluded, ...incomplete, ...above];
}
