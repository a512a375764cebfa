import { join } from 'node:path';
import { strings, table } from '../../core/assembly/table.ts';
import type { Population } from '../../core/contracts/population.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import plugin from '../../plugins/recorded-population/index.ts';
import { stimulusSetOf } from './stimuli.ts';

/** Stimuli of these ids, each a file of that name. */
export function stimuliNamed(names: readonly string[]) {
  const data = new Uint8Array(names.length * 4);
  return stimulusSetOf({
    id: 'pictures',
    table: table({ stimulus_id: names, filename: names.map((name) => `${name}.png`) }),
    presented: { count: names.length, height: 2, width: 2, channels: 1, data },
  });
}

/** The population of a file; paths are within the folder. */
export async function openPopulation(
  folder: string,
  responses: string,
  options: Record<string, unknown> = {},
): Promise<Population> {
  const resolvePath = (path: string) => join(folder, path);
  const at = { id: 'recorded', random: createRandomStreams('recorded'), resolvePath };
  return plugin.create(plugin.options.parse({ responses, ...options }), {}, at);
}

/** What it answers to these stimuli. */
export async function answersOf(population: Population, names: readonly string[]) {
  const { neuroids, trials } = await population.respond(stimuliNamed(names), new Map());
  return { ids: strings(neuroids, 'neuroid_id'), neuroids, trials, values: Array.from(trials.data) };
}
