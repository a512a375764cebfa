import os from 'node:os';
import { strings, type Table } from '../assembly/table.ts';
import type { Registry } from '../container/registry.ts';
import type { Layer } from '../contracts/backbone.ts';
import type { Finding } from '../contracts/findings.ts';
import type { Results } from '../contracts/results.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Built } from './builder.ts';
import type { Evaluation } from './evaluation.ts';
import type { Recording } from './recorded-region.ts';
import { resultWarnings } from './result-warnings.ts';
import type { SceneParts } from './scene-parts.ts';
import type { StagedBackbone } from './staged-backbone.ts';
import type { StagedStimuli } from './staged-stimuli.ts';
import type { UnitReading } from './unit-reading.ts';
import { usedPlugins } from './used-plugins.ts';

interface Outcome {
  readonly scene: Scene;
  readonly laboratory: { readonly version: string; readonly registry: Registry };
  readonly run: { readonly seed: string; readonly started: () => Results['engines'] };
  readonly stimuli: readonly StagedStimuli[];
  readonly backbones: readonly StagedBackbone[];
  readonly parts: SceneParts;
  readonly recordings: readonly Recording[];
  readonly evaluation: Evaluation;
  readonly findings: readonly Finding[];
  readonly workload: Results['workload'];
}

const quickWarning =
  'This is the quick variant of the scene: it shows that everything works, its verdicts have little to go by.';

/** Everything that a run found out, as `results.json` has it. The same run gives the same results, byte by byte. */
export async function composeResults(outcome: Outcome): Promise<Results> {
  const { scene, evaluation } = outcome;
  const scores = [...evaluation.backbones, ...evaluation.layers].map(({ draws, ...score }) => score);
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
    plugins: usedPlugins(builtParts(outcome), objectives(outcome), engines, outcome.laboratory.registry),
    stimuli: outcome.stimuli.map(describeStimuli),
    backbones: await Promise.all(outcome.backbones.map(describeBackbone)),
    populations: outcome.recordings.map(({ summary }) => summary),
    scores,
    trainSizes: evaluation.trainSizes,
    comparisons: evaluation.comparisons,
    performance: evaluation.performance.map(({ draws, ...performance }) => performance),
    findings: [...outcome.findings],
    workload: outcome.workload,
    warnings: [
      ...(scene.origin.quick ? [quickWarning] : []),
      ...resultWarnings(engines, outcome.backbones, outcome.recordings, scores),
    ],
  };
}

/** Everything that the results depend on. */
function builtParts({ stimuli, backbones, parts }: Outcome): readonly Built<unknown>[] {
  return [
    ...[...stimuli, ...backbones].map(({ built }) => built),
    ...parts.populations,
    parts.readout,
    ...(parts.task ? [parts.task.readout] : []),
    ...parts.comparisons,
    ...parts.hypotheses,
  ];
}

function objectives({ scene, backbones }: Outcome): readonly string[] {
  return backbones.flatMap((_, index) => scene.backbones[index].options.train?.objective.plugin ?? []);
}

function resolvedOptions({ scene, stimuli, backbones, parts }: Outcome) {
  const {
    scene: _,
    seed,
    plugins,
    variables,
    stimuli: _stimuli,
    backbones: _backbones,
    quick,
    ...rest
  } = scene.options;
  const { task } = parts;
  return {
    ...rest,
    variables,
    plugins,
    ...(scene.origin.quick && { quick }),
    stimuli: stimuli.map(({ built }) => describePart(built)),
    backbones: backbones.map(({ id, built }, index) => ({
      ...describePart(built),
      id,
      train: scene.backbones[index].options.train,
      activations: scene.backbones[index].options.activations,
    })),
    populations: parts.populations.map(describePart),
    readout: describePart(parts.readout),
    ...(task && { performance: { ...task, readout: describePart(task.readout) } }),
    comparisons: parts.comparisons.map(describePart),
    hypotheses: parts.hypotheses.map(describePart),
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
  const { id, built, memberOf } = backbone;
  return {
    id,
    ...(memberOf && { memberOf }),
    plugin: built.plugin.id,
    family: built.part.family,
    layers: built.part.layers.map((layer) => describeLayer(layer, backbone.reading(layer))),
    training: (await backbone.learningCurve()).map(({ epoch, step, metrics }) => ({
      epoch,
      step,
      metrics: { ...metrics },
    })),
  };
}

function describeLayer(
  { name, shape, receptiveField }: Layer,
  { columns, reduced }: UnitReading,
): Results['backbones'][number]['layers'][number] {
  return {
    name,
    shape: [...shape],
    ...(receptiveField !== undefined && { receptiveField }),
    ...(reduced && { read: { units: columns, by: reduced.by } }),
  };
}
