import { describe, expect, test } from '@jest/globals';
import { table } from '../../../core/assembly/table.ts';
import type { Backbone, Layer } from '../../../core/contracts/backbone.ts';
import type { Evidence, Inputs } from '../../../core/contracts/evidence.ts';
import { gatherEvidence } from '../../../core/laboratory/gather-evidence.ts';
import type { StagedBackbone } from '../../../core/laboratory/staged-backbone.ts';
import { readUnits } from '../../../core/laboratory/unit-reading.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import type { ActivationOptions } from '../../../core/scene/schema.ts';
import { hashKey } from '../../../core/store/key.ts';
import type { Store } from '../../../core/store/store.ts';
import { createPlainAlgebra } from '../../../plugins/plain-algebra/plain-algebra.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { stimulusSetOf } from '../../support/stimuli.ts';

const random = createRandomStreams('evidence');
const layers: Layer[] = [
  { name: 'early', shape: [4] },
  { name: 'late', shape: [4] },
];

/** Units that are their number; silenced ones are 0. */
function numbered(silenced: readonly number[] = []): Backbone {
  return {
    family: 'test',
    layers,
    activations: async ({ count }, _format, names) =>
      new Map(
        names.map((name) => [
          name,
          Float32Array.from({ length: 4 * count }, (_, index) =>
            silenced.includes(index % 4) ? 0 : 1 + (index % 4),
          ),
        ]),
      ),
    lesioned: (_layer, units) => numbered([...silenced, ...units]),
  };
}

function evidenceOf(
  store: Store,
  {
    part = numbered(),
    scored = layers,
    activations,
  }: {
    readonly part?: Backbone;
    readonly scored?: readonly Layer[];
    readonly activations?: ActivationOptions;
  } = {},
): Evidence {
  const backbone = {
    id: 'net',
    key: 'key of net',
    built: { part, plugin: { id: 'numbered' } },
    scored,
    reading: (layer: Layer) => readUnits(layer, activations, random),
    ready: async () => part,
  } as unknown as StagedBackbone;
  const set = stimulusSetOf({
    id: 'shown',
    table: table({ stimulus_id: ['a', 'b'] }),
    presented: { count: 2, width: 1, height: 1, channels: 1, data: new Uint8Array(2) },
  });
  const progress = { step: () => ({ advance: () => undefined, finish: () => undefined }) };
  return gatherEvidence(
    {
      plan: { backbones: [{ id: 'net' }] } as never,
      sets: new Map([['shown', set]]),
      backbones: [backbone],
      parts: { populations: [] } as never,
      evaluation: { layers: [], backbones: [], performance: [] } as never,
      regions: [],
    },
    { store, progress, random, algebra: createPlainAlgebra(), halves: 1 },
  )({ key: 'key of a hypothesis' } as never);
}

function keeping(): Store {
  const kept = new Map<string, unknown>();
  return {
    ...memoryStore,
    getOrCompute: async <Value>({ kind, key, compute }: Parameters<Store['getOrCompute']>[0]) => {
      const name = hashKey([kind, key]);
      if (!kept.has(name)) kept.set(name, await compute());
      return kept.get(name) as Value;
    },
  };
}

describe('what a hypothesis remembers', () => {
  const inputs: Inputs = { what: 'a number', backbones: ['net'], sets: ['shown'] };
  const timesComputed = async (...scenes: readonly Parameters<typeof evidenceOf>[1][]) => {
    const store = keeping();
    let times = 0;
    for (const scene of scenes) await evidenceOf(store, scene).remember(inputs, async () => ++times);
    return times;
  };

  test('is computed once for the same backbone', async () => expect(await timesComputed({}, {})).toBe(1));

  test('is computed anew where other layers, or other units of them, are read', async () => {
    expect(await timesComputed({}, { scored: [layers[1]] })).toBe(2);
    expect(await timesComputed({}, { activations: { units: 2, by: 'subsample' } })).toBe(2);
  });

  test('names only what is there', async () => {
    const evidence = evidenceOf(keeping());
    const ask = (more: Partial<Inputs>) => async () => evidence.remember({ what: 1, ...more }, async () => 1);
    await expect(ask({ backbones: ['nett'] })).rejects.toThrow('there is no backbone "nett"; there are net.');
    await expect(ask({ populations: ['IT'] })).rejects.toThrow('there is no population "IT"');
  });
});

describe('lesions', () => {
  const rowsOf = async (evidence: Evidence['models'][number]) =>
    Array.from((await (await evidence.features('late', 'shown')).values()).data.subarray(0, 4));

  test('silence units, one after the other, and leave the intact backbone alone', async () => {
    const [net] = evidenceOf(keeping()).models;
    const once = net.lesioned('late', [1]);
    expect(await rowsOf(once)).toEqual([1, 0, 3, 4]);
    expect(await rowsOf(once.lesioned('late', [3]))).toEqual([1, 0, 3, 0]);
    expect(await rowsOf(net)).toEqual([1, 2, 3, 4]);
  });

  test('are refused where nothing can be silenced, or one lesion is all', async () => {
    const { lesioned, ...whole } = numbered();
    const message = 'the backbone "net" cannot be lesioned; its plugin "numbered" does not silence units.';
    expect(() => evidenceOf(keeping(), { part: whole }).models[0].lesioned('late', [0])).toThrow(message);
    const once = { ...whole, lesioned: () => whole };
    const twice = evidenceOf(keeping(), { part: once }).models[0].lesioned('late', [0]).lesioned('late', [1]);
    await expect(rowsOf(twice)).rejects.toThrow(message);
  });
});
