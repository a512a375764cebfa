import { extname } from 'node:path';
import { writeArray } from '../array-files/write-array.ts';
import { assemblyOf, type ValueName } from '../recordings/assembly-of.ts';
import type { OpenScene } from './open-scene.ts';

export interface Exported {
  readonly presentations: number;
  readonly neuroids: number;
}

/** Writes the responses of a population of a scene, or its truth or time course, as one file. */
export async function exportPopulation(
  { seed, presented, population: find }: OpenScene,
  id: string,
  values: ValueName,
  scene: string,
  out: string,
): Promise<Exported> {
  const { population, responses } = await find(id);
  const written = assemblyOf(responses, presented.table, values, {
    identifier: `${scene}.${id}`,
    stimulus_set_identifier: `${scene}.${presented.id}`,
    seed,
    simulated: population.simulated,
    description: population.description,
    values,
  });
  const [presentations, neuroids] = written.shape;
  if (extname(out).toLowerCase() === '.nwb')
    await (await import('../recordings/write-nwb.ts')).writeNwb(out, written);
  else {
    const type = written.data instanceof Float64Array ? 'float64' : 'float32';
    await writeArray(out, { ...written, type }, (sink) => sink.write(0, written.data));
  }
  return { presentations, neuroids };
}
