const { abs, ceil, exp, floor, max, min } = Math;

/** A linear map of the pixels along one axis of a picture: `[outputs][pixels]`. */
export type AxisMap = readonly (readonly number[])[];

/** Cells per side of a descriptor. */
export const cells = 4;

/** Smoothing with a Gaussian; beyond the border the picture is mirrored about its last pixel. */
export function gaussianBlur(side: number, deviation: number): AxisMap {
  const reach = ceil(4 * deviation);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  const weights = offsets.map((offset) => exp(-0.5 * (offset / deviation) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight);
  const period = 2 * side - 2;
  return Array.from({ length: side }, (_, pixel) => {
    const row = new Array<number>(side).fill(0);
    for (const [index, offset] of offsets.entries()) {
      const place = (((pixel + offset) % period) + period) % period;
      row[min(place, period - place)] += weights[index] / total;
    }
    return row;
  });
}

/** What every pixel's two neighbours differ by after another map. */
export function differences(map: AxisMap): AxisMap {
  const last = map.length - 1;
  return map.map((row, pixel) => {
    const after = map[min(last, pixel + 1)];
    const before = map[max(0, pixel - 1)];
    return row.map((_, index) => after[index] - before[index]);
  });
}

/**
 * How much each pixel counts in the cells of descriptors, `[places x cells][pixels]`: linearly less with its distance
 * from the centre of the cell, times a Gaussian about the centre of the descriptor whose standard deviation is half the
 * descriptor's side.
 */
export function cellWindows(side: number, bin: number, centres: readonly number[]): AxisMap {
  return centres.flatMap((centre) =>
    Array.from({ length: cells }, (_, cell) => {
      const middle = centre + (cell - (cells - 1) / 2) * bin;
      return Array.from(
        { length: side },
        (_, pixel) =>
          max(0, 1 - abs(pixel - middle) / bin) * exp(-0.5 * ((pixel - centre) / ((cells / 2) * bin)) ** 2),
      );
    }),
  );
}

/** Pixels on which descriptors are centred: as many as have room, around the middle of the picture. */
export function gridCentres(side: number, bin: number, step: number): number[] {
  const places = floor((side - 1 - cells * bin) / step) + 1;
  const first = floor((side - 1 - (places - 1) * step) / 2);
  return Array.from({ length: places }, (_, place) => first + place * step);
}
