import type { Assembly } from '../assembly/assembly.ts';
import { coordinatesOf } from '../assembly/assembly.ts';
import { table } from '../assembly/table.ts';
import type { Responses } from '../contracts/population.ts';
import { assemblyCodec } from './assembly-codec.ts';
import { bundleCodec } from './bundle-codec.ts';
import type { Codec } from './codec.ts';

interface StoredResponses {
  readonly trials: Assembly<Float64Array>;
  readonly truth?: Assembly<Float64Array>;
}

/** Trials and truth; what is known of the neuroids stands as coordinates along `neuroid`. */
export function responsesCodec(): Codec<Responses> {
  const arrays = assemblyCodec<Float64Array>();
  const stored = bundleCodec<StoredResponses>({ trials: arrays, truth: arrays });
  return {
    format: stored.format,
    write: (folder, { neuroids, trials, truth }) => {
      const coordinates = coordinatesOf(neuroids, 'neuroid');
      const label = (of: Assembly<Float64Array>) => ({
        ...of,
        coordinates: { ...of.coordinates, ...coordinates },
      });
      return stored.write(folder, { trials: label(trials), ...(truth && { truth: label(truth) }) });
    },
    read: async (folder) => {
      const { trials, truth } = await stored.read(folder);
      const columns = Object.entries(trials.coordinates).filter(
        ([, { dimension }]) => dimension === 'neuroid',
      );
      const neuroids = table(Object.fromEntries(columns.map(([name, { values }]) => [name, values])));
      return { neuroids, trials, ...(truth && { truth }) };
    },
  };
}
