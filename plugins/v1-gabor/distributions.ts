import type { RandomStream } from '../../core/contracts/random.ts';

export type CellKind = 'simple' | 'complex';
export type Field = 'foveal' | 'parafoveal';

/** Edges of the frequency bins, cycles per degree, half an octave each. */
const frequencyEdges = [0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8, 11.2, 16, 22.4];

/** Cells per bin of peak spatial frequency (De Valois, Albrecht & Thorell 1982). */
const frequencyCounts: Readonly<Record<CellKind, Readonly<Record<Field, readonly number[]>>>> = {
  simple: {
    foveal: [0, 4, 4, 8, 25, 33, 26, 28, 12, 5, 2, 1],
    parafoveal: [2, 4, 10, 12, 18, 7, 18, 3, 4, 0, 0, 0],
  },
  complex: {
    foveal: [0, 0, 0, 9, 9, 7, 10, 23, 12, 8, 3, 3],
    parafoveal: [1, 2, 1, 2, 5, 15, 13, 9, 3, 2, 0, 0],
  },
};

/** Cells whose preferred orientation is nearest to 0, 45, 90, 135 degrees (De Valois, Yund & Hepler 1982). */
const orientationCounts = [66, 49, 77, 54];

/** Edges of the bins of envelope size times frequency, logarithmic. */
const sizeEdges = [0.1, 0.174, 0.302, 0.525, 0.912, 1.585];

/** Cells per bin, rows along the carrier (n_x), columns across it (n_y) (Ringach 2002). */
const sizeCounts = [
  [2, 0, 1, 0, 0],
  [8, 9, 4, 1, 0],
  [1, 2, 19, 17, 3],
  [0, 0, 1, 7, 4],
  [0, 0, 0, 0, 0],
];

/** Lowest frequency that any cell prefers, cycles per degree. */
export const lowestFrequency = frequencyEdges[0];

/** Cycles per degree, uniform in its logarithm within a bin. */
export function drawFrequency(kind: CellKind, field: Field, stream: RandomStream): number {
  return logUniformWithin(frequencyEdges, stream.weighted(frequencyCounts[kind][field]), stream);
}

/** Degrees, -22.5 … 157.5. */
export function drawOrientation(stream: RandomStream): number {
  return 45 * stream.weighted(orientationCounts) + stream.uniform(-22.5, 22.5);
}

/** Standard deviations of the envelope along and across the carrier's direction, in cycles of the carrier. */
export function drawEnvelope(stream: RandomStream): { readonly along: number; readonly across: number } {
  const bin = stream.weighted(sizeCounts.flat());
  return {
    along: logUniformWithin(sizeEdges, Math.floor(bin / sizeCounts.length), stream),
    across: logUniformWithin(sizeEdges, bin % sizeCounts.length, stream),
  };
}

function logUniformWithin(edges: readonly number[], bin: number, stream: RandomStream): number {
  return edges[bin] * (edges[bin + 1] / edges[bin]) ** stream.uniform();
}
