import { strings } from '../assembly/table.ts';
import type { Progress } from '../contracts/logging.ts';
import type { Population, Responses } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { type Artifact, artifact } from '../store/artifact.ts';
import { responsesCodec } from '../store/responses-codec.ts';
import type { Store } from '../store/store.ts';
import type { Built } from './builder.ts';
import { type Recording, recordRegion } from './recorded-region.ts';

/** The responses of a population to the presented stimuli, region by region. */
export async function record(
  built: Built<Population>,
  presented: StimulusSet,
  sets: ReadonlyMap<string, StimulusSet>,
  {
    store,
    random,
    halves,
    progress,
  }: {
    readonly store: Store;
    readonly random: RandomStreams;
    readonly halves: number;
    readonly progress?: Progress;
  },
): Promise<Recording[]> {
  const { id, part: population } = built;
  const stored = storedResponses(built, presented, sets, store, progress);
  const responses = await stored.read();
  const regions = [...new Set(strings(responses.neuroids, 'region'))];
  const recordings: Recording[] = [];
  for (const region of regions) {
    const streams = random.scope(`ceilings/${id}/${region}`);
    recordings.push(
      await recordRegion({ id, region, population, responses, halves, streams, key: stored.key, store }),
    );
  }
  return recordings;
}

/** The responses of a population to the presented stimuli, checked. */
export function storedResponses(
  { id, plugin, part: population, key, stimulusSets }: Built<Population>,
  presented: StimulusSet,
  sets: ReadonlyMap<string, StimulusSet>,
  store: Store,
  progress?: Progress,
): Artifact<Responses> {
  const others = new Map(stimulusSets.map((name) => [name, requireSet(sets, name, id)]));
  return artifact(store, {
    kind: 'responses',
    key: {
      population: key,
      stimuli: presented.key,
      others: Array.from(others, ([name, set]) => [name, set.key]),
    },
    codec: responsesCodec(),
    compute: async () => {
      const step = progress?.step(
        `Responses of ${id} to ${presented.id}`,
        presented.table.length,
        'pictures',
        { kind: 'responding', plugin: plugin.id },
      );
      const watched = watch(presented, (pictures) => step?.advance(pictures));
      const responses = await population.respond(watched, others);
      step?.finish();
      return checkResponses(id, responses, presented);
    },
  });
}

/** A set that tells how many of its pictures its reader is done with. */
function watch(stimuli: StimulusSet, onPictures: (count: number) => void): StimulusSet {
  return {
    ...stimuli,
    async *blocks(appearance) {
      for await (const block of stimuli.blocks(appearance)) {
        yield block;
        onPictures(block.frames.count);
      }
    },
  };
}

function requireSet(sets: ReadonlyMap<string, StimulusSet>, name: string, population: string): StimulusSet {
  const found = sets.get(name);
  if (found) return found;
  throw new InputError(
    `the population "${population}" asks for the stimulus set "${name}"; there are ${[...sets.keys()].join(', ')}.`,
  );
}

function checkResponses(id: string, responses: Responses, { table }: StimulusSet): Responses {
  const { neuroids, trials } = responses;
  const [repetitions, stimuli, count] = trials.shape;
  if (count === 0 || neuroids.length === 0)
    throw new InputError(`the population "${id}" has no neuroids; it needs at least one.`);
  if (stimuli !== table.length || count !== neuroids.length || repetitions < 1)
    throw new InputError(
      `the population "${id}" gave trials of shape ${trials.shape.join(' x ')}; ` +
        `expected repetitions x ${table.length} stimuli x ${neuroids.length} neuroids.`,
    );
  const infinite = trials.data.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (infinite >= 0)
    throw new InputError(
      `the population "${id}" gave an infinite response for neuroid "${strings(neuroids, 'neuroid_id')[infinite % count]}" ` +
        `and stimulus ${Math.floor(infinite / count) % stimuli}; responses must be finite, missing ones NaN.`,
    );
  return responses;
}
