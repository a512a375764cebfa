import type { Part } from '../../core/backgrounds/part.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import { planeOf, type View } from './view.ts';

const { atan2, ceil, cos, floor, log2, max, min, round, sin, sqrt } = Math;

/**
 * What a camera inside the panorama sees; bilinear between the texels of the level that fits the picture's size.
 * Texels beyond the edge of a half are never read.
 */
export function crop(
  levels: readonly Picture[],
  view: View,
  part: Part,
  width: number,
  height: number,
): Picture {
  const plane = planeOf(view, width, height);
  const level = fittingLevel(levels, plane[0], width);
  const columns = columnsOf(level.width, part);
  const step = cellSide(max(width, height));
  const cells = ceil(width / step);
  const data = new Uint8Array(width * height * 3);
  let above = placesInRow(view, plane, level, 0, width, height, step, cells);
  for (let top = 0; top < height; top += step) {
    const below = placesInRow(view, plane, level, top + step, width, height, step, cells);
    for (let y = top; y < min(height, top + step); y++)
      fillRow(level, columns, above, below, (y - top) / step, step, data, y, width);
    above = below;
  }
  return { width, height, data };
}

/** The level with about one texel per pixel. */
function fittingLevel(levels: readonly Picture[], halfWidth: number, width: number): Picture {
  const texelsPerPixel = (levels[0].width / (2 * Math.PI)) * ((2 * halfWidth) / width);
  const wanted = round(log2(texelsPerPixel));
  return levels[min(levels.length - 1, max(0, wanted))];
}

/** Where three rounds of columns, one to the left and one to the right of the panorama, begin in a row of bytes. */
function columnsOf(width: number, part: Part): Int32Array {
  const [first, last] = { all: [0, width], first: [0, width / 2], second: [width / 2, width] }[part];
  return Int32Array.from({ length: 3 * width }, (_, index) => {
    const column = index - width;
    return 3 * (part === 'all' ? (column + width) % width : min(last - 1, max(first, column)));
  });
}

/** Pixels between the exactly mapped ones; in between, linear interpolation is off by less than a quarter texel. */
function cellSide(longerSide: number): number {
  return max(1, floor(sqrt(longerSide) / 2));
}

/** Texel coordinates (column from one round to the left, row) of every `step`-th pixel of a row. */
function placesInRow(
  view: View,
  [halfWidth, halfHeight]: readonly [number, number],
  level: Picture,
  y: number,
  width: number,
  height: number,
  step: number,
  cells: number,
): Float64Array {
  const texels = level.width / (2 * Math.PI);
  const up = halfHeight * (1 - (2 * y + 1) / height);
  const lift = up * cos(view.pitch) + sin(view.pitch);
  const depth = cos(view.pitch) - up * sin(view.pitch);
  const places = new Float64Array(2 * (cells + 1));
  for (let cell = 0; cell <= cells; cell++) {
    const right = halfWidth * ((2 * cell * step + 1) / width - 1) * (view.mirror ? -1 : 1);
    places[2 * cell] = (view.azimuth + atan2(right, depth)) * texels - 0.5 + level.width;
    places[2 * cell + 1] = (Math.PI / 2 - atan2(lift, sqrt(right * right + depth * depth))) * texels - 0.5;
  }
  return places;
}

/** Pixels of a row that lies `share` of the way between two rows of exact places; a view never reaches the poles. */
function fillRow(
  { width: levelWidth, data: texels }: Picture,
  columns: Int32Array,
  above: Float64Array,
  below: Float64Array,
  share: number,
  step: number,
  into: Uint8Array,
  row: number,
  width: number,
): void {
  const rowBytes = 3 * levelWidth;
  let at = 3 * row * width;
  for (let cell = 0, x = 0; x < width; cell++) {
    const left = above[2 * cell] + share * (below[2 * cell] - above[2 * cell]);
    const right = above[2 * cell + 2] + share * (below[2 * cell + 2] - above[2 * cell + 2]);
    const start = above[2 * cell + 1] + share * (below[2 * cell + 1] - above[2 * cell + 1]);
    const stop = above[2 * cell + 3] + share * (below[2 * cell + 3] - above[2 * cell + 3]);
    const end = min(width, x + step);
    let u = left;
    let v = start;
    for (; x < end; x++, at += 3, u += (right - left) / step, v += (stop - start) / step) {
      const column = u | 0;
      const line = v | 0;
      const top = line * rowBytes;
      const bottom = top + rowBytes;
      const a = top + columns[column];
      const b = top + columns[column + 1];
      const c = bottom + columns[column];
      const d = bottom + columns[column + 1];
      const inD = (u - column) * (v - line);
      const inB = u - column - inD;
      const inC = v - line - inD;
      const inA = 1 - inB - inC - inD;
      into[at] = texels[a] * inA + texels[b] * inB + texels[c] * inC + texels[d] * inD + 0.5;
      into[at + 1] =
        texels[a + 1] * inA + texels[b + 1] * inB + texels[c + 1] * inC + texels[d + 1] * inD + 0.5;
      into[at + 2] =
        texels[a + 2] * inA + texels[b + 2] * inB + texels[c + 2] * inC + texels[d + 2] * inD + 0.5;
    }
  }
}
