import * as Plot from '@observablehq/plot';
import { extent } from './axes.ts';
import { textWidth, wrapped } from './text-lines.ts';

const lineHeight = 14;
const slant = -35;

/**
 * Names below the frame, each at its place across: in several lines where that does, slanting where words are wider than
 * their room.
 * @param slot pixels from one place to the next
 */
export function namesAcross(
  places: readonly { readonly x: number; readonly name: string }[],
  slot: number,
): { readonly height: number; readonly marks: readonly Plot.Markish[] } {
  const lines = places.map(({ name }) => wrapped(name, slot - 6));
  const slanting = lines.flat().some((line) => textWidth(line) > slot - 2);
  const [, most] = extent(lines.map(({ length }) => length));
  const [, longest] = extent(places.map(({ name }) => textWidth(name)));
  const shown = places.map(({ x, name }, index) => ({ x, text: slanting ? name : lines[index].join('\n') }));
  return {
    height: slanting
      ? Math.ceil(longest * Math.sin((-slant * Math.PI) / 180)) + lineHeight
      : most * lineHeight + 4,
    marks: [
      Plot.text(shown, {
        x: 'x',
        text: 'text',
        className: 'categories',
        frameAnchor: 'bottom',
        dy: 8,
        fontSize: 12,
        ...(slanting
          ? { rotate: slant, textAnchor: 'end' as const, dy: 12 }
          : { lineAnchor: 'top' as const }),
      }),
    ],
  };
}
