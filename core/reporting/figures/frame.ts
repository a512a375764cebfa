import * as Plot from '@observablehq/plot';
import type { Box } from './label-placement.ts';
import { dotLook, type Style } from './styles.ts';
import { textWidth, wrapped } from './text-lines.ts';

export interface Heading {
  readonly title: string;
  readonly caption: string;
}

/** The room of a chart: its frame, the margins around, and what stands in these beside axes. */
export interface Frame {
  readonly box: Box;
  /** Width, height and margins for Plot. */
  readonly size: Plot.PlotOptions;
  /** Title, legend and caption. */
  readonly marks: readonly Plot.Markish[];
}

export interface FrameOptions {
  readonly width: number;
  /** Of the frame within axes. */
  readonly height: number;
  readonly left?: number;
  readonly right?: number;
  /** Name of the axis upwards, above its left end. */
  readonly up?: string;
  /** Below the frame for the axis across and its label. */
  readonly axis?: number;
  /** Groups named in the legend, with the number of members where there are several. */
  readonly legend: readonly { readonly style: Style; readonly members?: number }[];
  /** Of figures that stand alone. */
  readonly heading?: Heading;
}

const titleHeight = 20;
const upHeight = 30;
const legendHeight = 20;
const captionHeight = 15;
const symbolRoom = 18;
const between = 16;

export function frame(options: FrameOptions): Frame {
  const { width, height, left = 48, right = 16, up, axis = 50, legend, heading } = options;
  const title = heading ? wrapped(heading.title, width - 8, 14) : [];
  const caption = heading ? wrapped(heading.caption, width - 8) : [];
  const entries = layOutLegend(legend, width);
  const legendRows = Math.max(0, ...entries.map(({ row }) => row + 1));
  const top = (up === undefined ? 8 : upHeight) + titleHeight * title.length;
  const legendFoot = axis + legendHeight * legendRows;
  const bottom = legendFoot + (caption.length > 0 ? captionHeight * caption.length + 10 : 0);
  return {
    box: { left, top, right: width - right, bottom: top + height },
    size: {
      width,
      height: top + height + bottom,
      marginLeft: left,
      marginRight: right,
      marginTop: top,
      marginBottom: bottom,
    },
    marks: [
      ...title.map((line, row) =>
        textAt(line, 'top-left', -left, titleHeight * row - top + 2, { fontSize: 14, fontWeight: 600 }),
      ),
      ...(up === undefined ? [] : [textAt(up, 'top-left', -left, 4 - upHeight, {})]),
      ...entries.flatMap(({ style, text, x, row }) =>
        legendEntry(style, text, x - left, axis + legendHeight * row),
      ),
      ...caption.map((line, row) =>
        textAt(line, 'bottom-left', -left, legendFoot + 8 + captionHeight * row, { fill: 'var(--quiet)' }),
      ),
    ],
  };
}

function layOutLegend(legend: FrameOptions['legend'], width: number) {
  let [x, row] = [0, 0];
  return legend.map(({ style, members = 1 }) => {
    const text = members > 1 ? `${style.group} × ${members}` : style.group;
    const needed = symbolRoom + textWidth(text);
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const place = { style, text, x, row };
    x += needed + between;
    return place;
  });
}

function legendEntry(style: Style, text: string, dx: number, dy: number): Plot.Markish[] {
  return [
    Plot.dot([text], { frameAnchor: 'bottom-left', dx: dx + 7, dy: dy + 8, ...dotLook(style) }),
    textAt(text, 'bottom-left', dx + symbolRoom, dy + 2, {}),
  ];
}

function textAt(
  text: string,
  frameAnchor: 'top-left' | 'bottom-left',
  dx: number,
  dy: number,
  look: Plot.TextOptions,
): Plot.Markish {
  return Plot.text([text], { frameAnchor, textAnchor: 'start', lineAnchor: 'top', dx, dy, ...look });
}
