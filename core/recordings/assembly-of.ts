import { type Assembly, assembly, type Coordinate } from '../assembly/assembly.ts';
import { type Column, selectRows, type Table } from '../assembly/table.ts';
import type { Responses } from '../contracts/population.ts';
import { InputError } from '../errors/errors.ts';

/** What of a population is written. */
export const valueNames = ['responses', 'truth', 'time-course'] as const;

export type ValueName = (typeof valueNames)[number];

type Values = Assembly<Float64Array> | Assembly<Float32Array>;

/**
 * Responses as Brain-Score keeps them: `presentation x neuroid [x time_bin]`, every repetition of every stimulus a
 * presentation, with the stimulus table, `repetition` and what is known of the neuroids as coordinates.
 * Throws InputError when the population has no such values.
 */
export function assemblyOf(
  responses: Responses,
  stimuli: Table,
  values: ValueName,
  attributes: Assembly['attributes'],
): Values {
  const { neuroids } = responses;
  const chosen = { responses: responses.trials, truth: responses.truth, 'time-course': responses.timeCourse }[
    values
  ];
  if (!chosen)
    throw new InputError(
      `the population keeps no ${values === 'truth' ? 'noiseless truth' : 'time course'}; leave out --values.`,
    );
  const repetitions = values === 'truth' ? 1 : chosen.shape[0];
  const rest = chosen.shape.slice(values === 'truth' ? 1 : 2);
  const count = repetitions * stimuli.length;
  const presentations: Record<string, Column> = {
    ...selectRows(
      stimuli,
      Array.from({ length: count }, (_, row) => row % stimuli.length),
    ).columns,
    ...(values !== 'truth' && {
      repetition: Float64Array.from({ length: count }, (_, row) => Math.floor(row / stimuli.length)),
    }),
  };
  const dimensions = ['presentation', 'neuroid', ...(values === 'time-course' ? ['time_bin'] : [])];
  const times = Object.entries(chosen.coordinates).filter(([, { dimension }]) => dimension === 'time_bin');
  return assembly({
    dimensions,
    shape: [count, ...rest],
    data: chosen.data as Float64Array,
    coordinates: {
      ...labels(presentations, 'presentation', [...Object.keys(neuroids.columns), ...dimensions, 'data']),
      ...labels(neuroids.columns, 'neuroid', [...dimensions, 'data']),
      ...Object.fromEntries(times),
    },
    attributes: { ...chosen.attributes, ...attributes },
  });
}

/** Columns as coordinates; names that are taken are told apart by what they are of. */
function labels(
  columns: Readonly<Record<string, Column>>,
  dimension: 'presentation' | 'neuroid',
  taken: readonly string[],
): Record<string, Coordinate> {
  const prefix = dimension === 'presentation' ? 'stimulus' : 'neuroid';
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [
      taken.includes(name) ? `${prefix}_${name}` : name,
      { dimension, values },
    ]),
  );
}
