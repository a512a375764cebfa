import { stackColumns } from '../../core/assembly/matrix.ts';
import type {
  BackboneEvidence,
  BackbonePlan,
  Evidence,
  RegionResponses,
} from '../../core/contracts/evidence.ts';
import type { Matrix, SingleMatrix } from '../../core/contracts/linear-algebra.ts';
import { lacking } from '../../core/hypotheses/requirements.ts';
import type { Options } from './options.ts';

/** What units of a region or layer do with the images of a set. */
export interface Units {
  /** `[images, units]` */
  readonly values: Matrix | SingleMatrix;
  /** Of every unit; null where it is not known. Absent: no noise. */
  readonly reliabilities?: readonly (number | null)[];
}

/** One place of a hierarchy. */
export interface Rung {
  readonly name: string;
  /** Tells it from all other rungs of the scene. */
  readonly id: string;
  readonly backbone?: string;
  readonly populations: readonly string[];
  readonly units: number;
  read(): Promise<Units>;
}

/** Places from early to late, and how a rise along them is measured. */
export interface Hierarchy {
  readonly name: string;
  /** Plural noun of its rungs. */
  readonly of: 'regions' | 'layers' | 'checkpoints';
  readonly rungs: readonly Rung[];
  readonly simulated: boolean;
  /** An untrained backbone of the same plugin, for comparison. */
  readonly untrained?: readonly Rung[];
}

const fewestLayers = 3;
const fewestCheckpoints = 3;

/** The hierarchies of a scene: its regions, the layers of backbones, and the checkpoints of trainings. */
export async function hierarchiesOf(evidence: Evidence, options: Options): Promise<readonly Hierarchy[]> {
  const set = options.set ?? evidence.plan.presented;
  const { models } = evidence;
  const layersOf = (model: BackboneEvidence) =>
    model.layers.map(({ name }) => layerRung(model, name, name, set));
  return [
    ...(options.order.length > 0 ? [regionHierarchy(options.order, await evidence.responses(set))] : []),
    ...chosenBackbones(models, options).map((model): Hierarchy => {
      const untrained = models.find(
        (other) => !other.training && other.plugin === model.plugin && other !== model,
      );
      return {
        name: model.id,
        of: 'layers',
        rungs: layersOf(model),
        simulated: false,
        ...(untrained && { untrained: layersOf(untrained) }),
      };
    }),
    ...trainings(models).map(
      (checkpoints): Hierarchy => ({
        name: `training of ${checkpoints[0].training?.of}`,
        of: 'checkpoints',
        simulated: false,
        rungs: checkpoints.map((model) =>
          layerRung(model, model.layers[model.layers.length - 1].name, `${model.training?.checkpoint}`, set),
        ),
      }),
    ),
  ];
}

/** Refuses backbones that are not there, that have too few layers, or none at all where nothing else is asked for. */
export function requireHierarchies(name: string, backbones: readonly BackbonePlan[], options: Options): void {
  for (const id of options.backbones ?? []) {
    const found = backbones.find((backbone) => backbone.id === id);
    if (found && found.layers.length >= fewestLayers) continue;
    lacking(
      name,
      `${fewestLayers} scored layers of the backbone "${id}"`,
      found ? `${found.layers.length}` : `no backbone of that id`,
      found ? 'layers to its key scored' : 'it to backbones',
    );
  }
  if (options.order.length > 0 || chosenBackbones(backbones, options).length > 0) return;
  lacking(
    name,
    `regions or a backbone with ${fewestLayers} scored layers`,
    'neither',
    'a deeper backbone, or regions to the order',
  );
}

/** By default every training at its last checkpoint, or, without any, all backbones; those with too few layers are left out. */
function chosenBackbones<Backbone extends BackbonePlan>(
  backbones: readonly Backbone[],
  { backbones: asked }: Options,
): readonly Backbone[] {
  if (asked) return backbones.filter(({ id }) => asked.includes(id));
  const deep = backbones.filter(({ layers }) => layers.length >= fewestLayers);
  const trained = deep.filter(({ training }) => training);
  if (trained.length === 0) return deep;
  return trained.filter(({ training }) =>
    trained.every(
      (other) =>
        other.training?.of !== training?.of ||
        (other.training?.checkpoint ?? 0) <= (training?.checkpoint ?? 0),
    ),
  );
}

/** Checkpoints of one training, from early to late. */
function trainings(models: readonly BackboneEvidence[]): readonly (readonly BackboneEvidence[])[] {
  const names = new Set(models.flatMap(({ training }) => training?.of ?? []));
  return Array.from(names, (name) =>
    models
      .filter(({ training }) => training?.of === name)
      .toSorted((a, b) => (a.training?.checkpoint ?? 0) - (b.training?.checkpoint ?? 0)),
  ).filter(({ length }) => length >= fewestCheckpoints);
}

function layerRung(model: BackboneEvidence, layer: string, name: string, set: string): Rung {
  const shape = model.layers.find((own) => own.name === layer)?.shape ?? [];
  return {
    name,
    id: `${model.id}/${layer}`,
    backbone: model.id,
    populations: [],
    units: shape.reduce((product, side) => product * side, 1),
    read: async () => ({ values: await (await model.features(layer, set)).values() }),
  };
}

/** All populations of a region count together. */
function regionHierarchy(order: readonly string[], responses: readonly RegionResponses[]): Hierarchy {
  const all = order.map((region) => responses.filter((own) => own.region === region));
  return {
    name: 'regions',
    of: 'regions',
    simulated: all.flat().some(({ simulated }) => simulated),
    rungs: all.map((own, index) => ({
      name: order[index],
      id: order[index],
      populations: own.map(({ population }) => population),
      units: own.reduce((sum, { means }) => sum + means.columns, 0),
      read: async () => ({
        values: stackColumns(own.map(({ means }) => means)),
        reliabilities: own.flatMap(({ reliabilities }) => reliabilities),
      }),
    })),
  };
}
