import { createHash } from 'node:crypto';
import { selectRows, strings, type Table } from '../../core/assembly/table.ts';
import type { Frames, PictureFormat } from '../../core/contracts/pictures.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type {
  Appearance,
  Drawing,
  StimulusDescriptions,
  StimulusSource,
} from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { joinDrawings } from '../../core/pictures/drawings.ts';
import { type Control, type ControlName, controls } from './controls.ts';
import type { ControlOptions } from './options.ts';

/**
 * Controls of another set: for every control all its stimuli, in their order. A stimulus' noise depends on its own id
 * alone. Throws InputError when the set cannot be drawn as a control needs.
 */
export async function createControlStimuli(
  { of, controls: names }: ControlOptions,
  source: StimulusSource,
  random: RandomStreams,
): Promise<StimulusSource> {
  const described = await source.describe();
  for (const name of names) requireAppearance(of, described, controls[name], name);
  const originals = strings(described.table, 'stimulus_id');
  const ids = names.flatMap((name) => originals.map((id) => digest([id, name])));

  async function drawOne(row: number, appearance: Appearance): Promise<Drawing> {
    const name = names[Math.floor(row / originals.length)];
    if (!name) throw new RangeError(`row ${row} does not exist; there are ${ids.length} stimuli`);
    const control: Control = controls[name];
    const original = [row % originals.length];
    if (appearance === 'object-alone')
      return control.keepsObject ? source.draw(original, appearance) : drawNothing(described.format);
    const drawing = await source.draw(original, control.appearance, { geometry: control.geometry ?? false });
    if (control.geometry && !drawing.geometry)
      throw new InputError(`a ${name} needs the shapes of objects; the stimulus set "${of}" gives none.`);
    const frames = control.make?.(drawing, random.stream(ids[row])) ?? drawing.frames;
    if (!control.keepsObject) return { ...drawNothing(described.format), frames };
    const { masks, visible } = drawing;
    return { frames, ...(masks && { masks }), ...(visible && { visible }) };
  }

  return {
    ...(source.renderedBy !== undefined && { renderedBy: source.renderedBy }),
    describe: async () => ({
      ...described,
      table: controlTable(described.table, names, ids),
      appearances: ['presented', ...described.appearances.filter((name) => name === 'object-alone')],
    }),
    draw: async (rows, appearance) => {
      const drawings: Drawing[] = [];
      for (const row of rows) drawings.push(await drawOne(row, appearance));
      return joinDrawings(drawings);
    },
  };
}

/** Every original once per control, under an id of its own. */
function controlTable(of: Table, names: readonly ControlName[], ids: readonly string[]): Table {
  const repeated = selectRows(
    of,
    names.flatMap(() => Array.from({ length: of.length }, (_, row) => row)),
  );
  const { stimulus_id, filename: _, ...columns } = repeated.columns;
  return {
    length: repeated.length,
    columns: {
      stimulus_id: ids,
      filename: ids.map((id) => `${id}.png`),
      control: names.flatMap((name) => Array.from({ length: of.length }, () => name)),
      original_stimulus_id: stimulus_id,
      ...columns,
    },
  };
}

function requireAppearance(
  of: string,
  { appearances }: StimulusDescriptions,
  { appearance }: Control,
  name: ControlName,
): void {
  if (appearances.includes(appearance)) return;
  throw new InputError(
    `the control "${name}" needs the stimulus set "${of}" drawn as "${appearance}"; it gives ${appearances.join(', ')}.`,
  );
}

/** Uniform grey: what remains of the object where there is none. */
function drawNothing({ width, height, channels }: PictureFormat): Drawing {
  const blank = (of: 1 | 3, value: number): Frames => ({
    count: 1,
    width,
    height,
    channels: of,
    data: new Uint8Array(width * height * of).fill(value),
  });
  return { frames: blank(channels, 128), masks: blank(1, 0), visible: Float64Array.of(0) };
}

function digest(parts: readonly string[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('hex');
}
