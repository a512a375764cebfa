import { type Column, type Table, table } from '../../core/assembly/table.ts';
import type { BackgroundSource } from '../../core/contracts/background-source.ts';
import { latentNames } from '../../core/stage/latents.ts';
import type { Lamp } from '../../core/stage/lights.ts';
import type { RenderedObjectsOptions } from './options.ts';
import type { Stimulus } from './stimuli.ts';

const lampNames = ['azimuth', 'elevation', 'strength', 'ambient'] as const satisfies readonly (keyof Lamp)[];

/** HvM's columns, then visual angle, drawn light and what the background source says of its pictures. */
export function tableOf(
  stimuli: readonly Stimulus[],
  { size, degrees, lighting }: Pick<RenderedObjectsOptions, 'size' | 'degrees' | 'lighting'>,
  backgrounds: BackgroundSource,
): Table {
  const text = (read: (stimulus: Stimulus) => string): Column => stimuli.map(read);
  const numeric = (read: (stimulus: Stimulus) => number): Column => Float64Array.from(stimuli, read);
  const light = typeof lighting === 'string' ? [] : lampNames;
  return table({
    stimulus_id: text(({ stimulus_id }) => stimulus_id),
    filename: text(({ stimulus_id }) => `${stimulus_id}.png`),
    object_name: text(({ object_name }) => object_name),
    category_name: text(({ category_name }) => category_name),
    variation: numeric(({ variation }) => variation),
    ...Object.fromEntries(latentNames.map((name) => [name, numeric(({ latents }) => latents[name])])),
    background_id: text(({ background_id }) => background_id),
    size: numeric(() => size),
    degrees: numeric(() => degrees),
    ...Object.fromEntries(
      light.map((name) => [`light_${name}`, numeric(({ lamp }) => lamp?.[name] ?? Number.NaN)]),
    ),
    ...backgroundColumns(stimuli, backgrounds),
  });
}

function backgroundColumns(
  stimuli: readonly Stimulus[],
  backgrounds: BackgroundSource,
): Record<string, Column> {
  const rows = stimuli.map(({ background_id }) => backgrounds.describe?.(background_id) ?? {});
  return Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((name) => {
      const values = rows.map((row) => row[name]);
      const column = values.every((value) => typeof value === 'number')
        ? Float64Array.from(values)
        : values.map(String);
      return [`background_${name}`, column];
    }),
  );
}
