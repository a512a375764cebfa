import type {
  BackboneEvidence,
  Evidence,
  Inputs,
  RegionResponses,
  ScenePlan,
} from '../contracts/evidence.ts';
import type { Hypothesis } from '../contracts/hypothesis.ts';
import type { LinearAlgebra, Matrix } from '../contracts/linear-algebra.ts';
import type { Progress } from '../contracts/logging.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { artifact } from '../store/artifact.ts';
import { jsonCodec } from '../store/json-codec.ts';
import { hashKey, type Key } from '../store/key.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import type { Evaluation } from './evaluation.ts';
import { headOutputNames, headOutputs } from './head-outputs.ts';
import { type LayerFeatures, layerFeatures } from './layer-features.ts';
import { record } from './recordings.ts';
import type { SceneParts } from './scene-parts.ts';
import { withCeiling } from './scores.ts';
import type { StagedBackbone } from './staged-backbone.ts';

export interface EvidenceServices {
  readonly store: Store;
  readonly progress: Progress;
  readonly random: RandomStreams;
  readonly algebra: LinearAlgebra;
  /** How often repetitions are halved. */
  readonly halves: number;
}

/** Gives hypotheses what they ask of a run: scores that are there, and activations and responses on demand. */
export function gatherEvidence(
  given: {
    readonly plan: ScenePlan;
    readonly sets: ReadonlyMap<string, StimulusSet>;
    readonly backbones: readonly StagedBackbone[];
    readonly parts: SceneParts;
    readonly evaluation: Evaluation;
    readonly regions: readonly string[];
  },
  services: EvidenceServices,
): (hypothesis: Built<Hypothesis>) => Evidence {
  const { plan, sets, backbones, parts, evaluation, regions } = given;
  const setOf = (id: string) => sets.get(id) ?? refuse('stimulus set', id, [...sets.keys()]);
  const answered = new Map<string, Promise<readonly RegionResponses[]>>();

  const responses = (id: string) => {
    const found = answered.get(id) ?? respond(setOf(id), sets, parts, services);
    answered.set(id, found);
    return found;
  };
  const models = plan.backbones.map((facts, index) => ({
    ...facts,
    ...ask(backbones[index], setOf, services),
    lesioned: (layer: string, units: readonly number[]): BackboneEvidence =>
      lesion(facts, backbones[index], { layer, units }, setOf, services),
  }));
  const shared = {
    layers: withCeiling(evaluation.layers),
    backbones: withCeiling(evaluation.backbones),
    performance: evaluation.performance,
    regions,
    depth: new Map(backbones.map(({ id, scored }) => [id, scored.map(({ name }) => name)])),
    plan,
    models,
    sets,
    responses,
    responsesAnew: (id: string) =>
      respond(setOf(id), sets, parts, { ...services, store: withoutReading(services.store) }),
  };
  const backboneKey = (id: string): Key => {
    const { key, scored, reading } =
      backbones.find((backbone) => backbone.id === id) ??
      refuse(
        'backbone',
        id,
        backbones.map((backbone) => backbone.id),
      );
    return { key, layers: scored.map((layer) => ({ name: layer.name, read: reading(layer).reduced?.key })) };
  };
  const populationKey = (id: string): Key =>
    (
      parts.populations.find((population) => population.id === id) ??
      refuse(
        'population',
        id,
        parts.populations.map((population) => population.id),
      )
    ).key;
  const keyOf = (inputs: Inputs): Key => ({
    what: inputs.what,
    backbones: inputs.backbones?.map(backboneKey),
    sets: inputs.sets?.map((id) => setOf(id).key),
    populations: inputs.populations?.map(populationKey),
    algebra: services.algebra.identity,
  });
  return (hypothesis) => ({
    ...shared,
    remember: (inputs, compute) =>
      artifact(services.store, {
        kind: 'findings',
        key: { hypothesis: hypothesis.key, inputs: keyOf(inputs) },
        codec: jsonCodec<Awaited<ReturnType<typeof compute>>>(),
        compute,
      }).read(),
  });
}

async function respond(
  set: StimulusSet,
  sets: ReadonlyMap<string, StimulusSet>,
  { populations }: SceneParts,
  services: EvidenceServices,
): Promise<readonly RegionResponses[]> {
  const recordings: RegionResponses[] = [];
  for (const population of populations) recordings.push(...(await record(population, set, sets, services)));
  return recordings;
}

/** Computes everything, and keeps nothing. */
function withoutReading(store: Store): Store {
  return { ...store, getOrCompute: (step) => step.compute(), has: async () => false };
}

function ask(
  backbone: StagedBackbone,
  setOf: (id: string) => StimulusSet,
  services: EvidenceServices,
): Pick<BackboneEvidence, 'features' | 'outputs' | 'outputNames'> {
  const shown = new Map<string, readonly LayerFeatures[]>();
  return {
    features: async (layer, id) => {
      const layers = shown.get(id) ?? layerFeatures(backbone, setOf(id), services);
      shown.set(id, layers);
      const found = layers.find((own) => own.layer.name === layer);
      return (
        found ??
        refuse(
          'scored layer',
          layer,
          layers.map((own) => own.layer.name),
        )
      ).features();
    },
    outputs: async (id): Promise<Matrix> => headOutputs(backbone, setOf(id)),
    outputNames: () => headOutputNames(backbone),
  };
}

function lesion(
  facts: ScenePlan['backbones'][number],
  backbone: StagedBackbone,
  { layer, units }: { readonly layer: string; readonly units: readonly number[] },
  setOf: (id: string) => StimulusSet,
  services: EvidenceServices,
): BackboneEvidence {
  if (!backbone.built.part.lesioned) throw cannotBeLesioned(backbone);
  const read = backbone.scored.find(({ name }) => name === layer);
  if (read && backbone.reading(read).reduced)
    throw new InputError(
      `layer "${layer}" of "${backbone.id}" is not read unit by unit, so none can be silenced; leave out activations for it.`,
    );
  const lesioned: StagedBackbone = {
    ...backbone,
    key: hashKey({ intact: backbone.key, layer, silenced: units }),
    ready: async () => {
      const intact = await backbone.ready();
      if (!intact.lesioned) throw cannotBeLesioned(backbone);
      return intact.lesioned(layer, units);
    },
  };
  return {
    ...facts,
    ...ask(lesioned, setOf, services),
    lesioned: (other, more) => lesion(facts, lesioned, { layer: other, units: more }, setOf, services),
  };
}

function cannotBeLesioned({ id, built }: StagedBackbone): InputError {
  return new InputError(
    `the backbone "${id}" cannot be lesioned; its plugin "${built.plugin.id}" does not silence units.`,
  );
}

function refuse(what: string, name: string, known: readonly string[]): never {
  throw new InputError(`there is no ${what} "${name}"; there are ${known.join(', ')}.`);
}
