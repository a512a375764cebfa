import type { Frames, Picture } from '../contracts/pictures.ts';
import { withChannels } from './channels.ts';
import { glyphHeight, glyphOf, glyphWidth } from './glyphs.ts';

export interface ContactSheetOptions {
  /** Pictures per row; by default about as many as there are rows. */
  readonly columns?: number;
  /** Pixels between pictures and around them. */
  readonly gap?: number;
  /** One per picture, written under it and cut at its width. */
  readonly labels?: readonly string[];
}

const paper = 255;
const ink = 40;
const labelHeight = glyphHeight + 4;

/** Pictures side by side, row by row, on white. Throws RangeError when there are none, or labels are missing. */
export function contactSheet(frames: Frames, options: ContactSheetOptions = {}): Picture {
  const { columns = Math.ceil(Math.sqrt(frames.count)), gap = 4, labels } = options;
  requireSensible(frames, columns, labels);
  const across = frames.width + gap;
  const down = frames.height + gap + (labels ? labelHeight : 0);
  const width = columns * across + gap;
  const height = Math.ceil(frames.count / columns) * down + gap;
  const sheet = { width, height, data: new Uint8Array(width * height * 3).fill(paper) };
  const { data } = withChannels(frames, 3);
  for (let position = 0; position < frames.count; position++) {
    const left = gap + (position % columns) * across;
    const top = gap + Math.floor(position / columns) * down;
    paste(sheet, data, frames, position, left, top);
    if (labels) write(sheet, labels[position], left, top + frames.height + 2, frames.width);
  }
  return sheet;
}

function requireSensible({ count }: Frames, columns: number, labels: readonly string[] | undefined): void {
  if (count === 0) throw new RangeError('a contact sheet needs at least one picture');
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`a contact sheet needs a whole number of columns from 1, got ${columns}`);
  if (labels && labels.length !== count)
    throw new RangeError(`${count} pictures need as many labels, got ${labels.length}`);
}

function paste(
  sheet: Picture,
  data: Uint8Array,
  { width, height }: Frames,
  position: number,
  left: number,
  top: number,
): void {
  for (let row = 0; row < height; row++) {
    const start = 3 * width * (position * height + row);
    sheet.data.set(data.subarray(start, start + 3 * width), 3 * ((top + row) * sheet.width + left));
  }
}

function write(sheet: Picture, label: string, left: number, top: number, room: number): void {
  const advance = glyphWidth + 1;
  const characters = Array.from(label).slice(0, Math.floor((room + 1) / advance));
  characters.forEach((character, index) => {
    stamp(sheet, glyphOf(character), left + index * advance, top);
  });
}

function stamp(sheet: Picture, glyph: readonly number[], left: number, top: number): void {
  glyph.forEach((bits, row) => {
    for (let column = 0; column < glyphWidth; column++) {
      if (!((bits >> (glyphWidth - 1 - column)) & 1)) continue;
      const start = 3 * ((top + row) * sheet.width + left + column);
      sheet.data.fill(ink, start, start + 3);
    }
  });
}
