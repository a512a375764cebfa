import { type Box, outlineLength } from './outline.ts';

/**
 * What the silhouette of an object measures in its picture. Unit: pixels, x to the right and y downwards from the
 * picture's upper left corner; the centre of the first pixel lies at (0.5, 0.5). Every measure of an empty silhouette
 * is 0. Named as the columns of tables.
 */
export interface Silhouette {
  /** Left edge of the smallest box around every pixel that the object touches. */
  readonly bounding_box_x: number;
  /** Upper edge of the box. */
  readonly bounding_box_y: number;
  readonly bounding_box_width: number;
  readonly bounding_box_height: number;
  /** Sum of the coverage. */
  readonly retinal_area: number;
  /**
   * Length of the outline at half coverage, holes and cuts by the picture's edge included (marching squares with
   * linear interpolation). Within 2 % for smooth edges of at least 2 x 2 samples; 5 % too long for a round silhouette
   * without soft edges, up to 8 % along its steps. What covers less than half a pixel counts nothing.
   */
  readonly perimeter: number;
  /** Length of the ellipse with the same second moments. */
  readonly major_axis_length: number;
  /** Of that ellipse, in degrees counter-clockwise from the horizontal, above -90 and up to 90. */
  readonly major_axis_angle: number;
  /** Minor over major axis: 1 for a disc, near 0 for a line, 1 for a single pixel. */
  readonly aspect_ratio: number;
  /** Weighted by coverage. */
  readonly centroid_x: number;
  readonly centroid_y: number;
}

export const silhouetteNames = [
  'bounding_box_x',
  'bounding_box_y',
  'bounding_box_width',
  'bounding_box_height',
  'retinal_area',
  'perimeter',
  'major_axis_length',
  'major_axis_angle',
  'aspect_ratio',
  'centroid_x',
  'centroid_y',
] as const satisfies readonly (keyof Silhouette)[];

const nothing = Object.fromEntries(silhouetteNames.map((name) => [name, 0])) as unknown as Silhouette;

/** @param mask coverage `[height, width]`, 0 … 255 */
export function measureSilhouette(mask: Uint8Array, width: number, height: number): Silhouette {
  const box = boxOf(mask, width, height);
  if (!box) return nothing;
  const moments = momentsOf(mask, width, box);
  return {
    bounding_box_x: box.left,
    bounding_box_y: box.top,
    bounding_box_width: box.right - box.left,
    bounding_box_height: box.bottom - box.top,
    retinal_area: moments.area,
    perimeter: outlineLength(mask, width, height, box),
    ...ellipseOf(moments),
    centroid_x: moments.x,
    centroid_y: moments.y,
  };
}

function boxOf(mask: Uint8Array, width: number, height: number): Box | undefined {
  const first = mask.findIndex((coverage) => coverage > 0);
  if (first < 0) return undefined;
  const top = Math.floor(first / width);
  let [left, right, bottom] = [width, 0, top];
  for (let y = top; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width);
    let start = 0;
    while (start < width && row[start] === 0) start++;
    if (start === width) continue;
    let end = width;
    while (row[end - 1] === 0) end--;
    left = Math.min(left, start);
    right = Math.max(right, end);
    bottom = y + 1;
  }
  return { left, top, right, bottom };
}

interface Moments {
  readonly area: number;
  readonly x: number;
  readonly y: number;
  /** Variances and covariance of the place of a covered point; y downwards. */
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

function momentsOf(mask: Uint8Array, width: number, { left, top, right, bottom }: Box): Moments {
  const middle = [(left + right) / 2, (top + bottom) / 2];
  let [sum, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0];
  for (let row = top; row < bottom; row++) {
    const y = row + 0.5 - middle[1];
    for (let column = left; column < right; column++) {
      const coverage = mask[row * width + column];
      const x = column + 0.5 - middle[0];
      sum += coverage;
      sumX += coverage * x;
      sumY += coverage * y;
      sumXX += coverage * x * x;
      sumYY += coverage * y * y;
      sumXY += coverage * x * y;
    }
  }
  const [x, y] = [sumX / sum, sumY / sum];
  return {
    area: sum / 255,
    x: x + middle[0],
    y: y + middle[1],
    xx: sumXX / sum - x * x,
    yy: sumYY / sum - y * y,
    xy: sumXY / sum - x * y,
  };
}

function ellipseOf({ xx, yy, xy }: Moments) {
  const spread = Math.hypot(xx - yy, 2 * xy);
  const [largest, smallest] = [(xx + yy + spread) / 2, Math.max(0, (xx + yy - spread) / 2)];
  const angle = (Math.atan2(-2 * xy, xx - yy) * 90) / Math.PI;
  return {
    major_axis_length: 4 * Math.sqrt(Math.max(0, largest)),
    major_axis_angle: spread === 0 ? 0 : angle <= -90 ? 90 : angle,
    aspect_ratio: largest > 0 ? Math.sqrt(smallest / largest) : 1,
  };
}
