import type { Assembly, AssemblyData } from '../assembly/assembly.ts';
import { coordinatesOf } from '../assembly/assembly.ts';
import { table } from '../assembly/table.ts';
import type { Responses } from '../contracts/population.ts';
import { assemblyCodec } from './assembly-codec.ts';
import { bundleCodec } from './bundle-codec.ts';
import type { Codec } from './codec.ts';

interface StoredResponses {
  readonly trials: Assembly<Float64Array>;
  readonly truth?: Assembly<Float64Array>;
  readonly timeCourse?: Assembly<Float32Array>;
}

/** Trials, truth and time course; what is known of the neuroids stands as coordinates along `neuroid`. */
export function responsesCodec(): Codec<Responses> {
  const arrays = assemblyCodec<Float64Array>();
  const stored = bundleCodec<StoredResponses>({
    trials: arrays,
    truth: arrays,
    timeCourse: assemblyCodec<Float32Array>(),
  });
  return {
    /** That of responses without a time course, which are stored as they were before there was one. */
    format: bundleCodec<Omit<StoredResponses, 'timeCourse'>>({ trials: arrays, truth: arrays }).format,
    write: (folder, { neuroids, trials, truth, timeCourse }) => {
      const coordinates = coordinatesOf(neuroids, 'neuroid');
      const label = <Data extends AssemblyData>(of: Assembly<Data>) => ({
        ...of,
        coordinates: { ...of.coordinates, ...coordinates },
      });
      return stored.write(folder, {
        trials: label(trials),
        ...(truth && { truth: label(truth) }),
        ...(timeCourse && { timeCourse: label(timeCourse) }),
      });
    },
    read: async (folder) => {
      const { trials, ...others } = await stored.read(folder);
      const columns = Object.entries(trials.coordinates).filter(
        ([, { dimension }]) => dimension === 'neuroid',
      );
      const neuroids = table(Object.fromEntries(columns.map(([name, { values }]) => [name, values])));
      return { neuroids, trials, ...others };
    },
  };
}
