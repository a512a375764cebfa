import type { V1Neuroid } from '../../plugins/v1-gabor/neuroids.ts';

/**
 * Distributions of macaque V1 as published, typed from the papers' histograms by hand and apart from the plugin's own:
 * De Valois, Albrecht & Thorell (1982), De Valois, Yund & Hepler (1982), Ringach (2002).
 */
const published = {
  /** Cycles per degree. */
  frequencyEdges: [0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8, 11.2, 16, 22.4],
  frequencies: {
    'simple foveal': [0, 4, 4, 8, 25, 33, 26, 28, 12, 5, 2, 1],
    'complex foveal': [0, 0, 0, 9, 9, 7, 10, 23, 12, 8, 3, 3],
    'simple parafoveal': [2, 4, 10, 12, 18, 7, 18, 3, 4, 0, 0, 0],
    'complex parafoveal': [1, 2, 1, 2, 5, 15, 13, 9, 3, 2, 0, 0],
  },
  /** Bins of 45 degrees around 0, 45, 90, 135. */
  orientationEdges: [-22.5, 22.5, 67.5, 112.5, 157.5],
  orientations: [66, 49, 77, 54],
  /** Standard deviation of the envelope times frequency. */
  sizeEdges: [0.1, 0.174, 0.302, 0.525, 0.912, 1.585],
  /** Rows n_x (along the carrier), columns n_y (across). */
  sizes: [
    [2, 0, 1, 0, 0],
    [8, 9, 4, 1, 0],
    [1, 2, 19, 17, 3],
    [0, 0, 1, 7, 4],
    [0, 0, 0, 0, 0],
  ],
};

/** Counts of cells in bins, and what was published of these bins. */
export interface Histogram {
  readonly name: string;
  /** Names of the bins. */
  readonly bins: readonly string[];
  readonly counts: readonly number[];
  readonly published: readonly number[];
}

/** Cells within this many degrees of the fixated middle were called foveal. */
const fovea = 2;

/** Frequencies by kind and eccentricity, orientations, sizes (along and across jointly), phases. */
export function histogramsOf(cells: readonly V1Neuroid[]): readonly Histogram[] {
  const { frequencyEdges, orientationEdges, sizeEdges } = published;
  const groupOf = ({ kind, x, y }: V1Neuroid) =>
    `${kind} ${Math.hypot(x, y) < fovea ? 'foveal' : 'parafoveal'}`;
  const sizeBins = namesOf(sizeEdges);
  const sizes = new Array<number>(sizeBins.length ** 2).fill(0);
  for (const { frequency, along, across } of cells)
    sizes[binOf(along * frequency, sizeEdges) * sizeBins.length + binOf(across * frequency, sizeEdges)]++;
  const phaseEdges = [0, 45, 90, 135, 180, 225, 270, 315, 360];
  return [
    ...Object.entries(published.frequencies).map(([group, table]) => ({
      name: `frequency, ${group}`,
      bins: namesOf(frequencyEdges),
      counts: histogram(
        cells.filter((cell) => groupOf(cell) === group).map(({ frequency }) => frequency),
        frequencyEdges,
      ),
      published: table,
    })),
    {
      name: 'orientation',
      bins: ['0', '45', '90', '135'],
      counts: histogram(
        cells.map(({ orientation }) => orientation),
        orientationEdges,
      ),
      published: published.orientations,
    },
    {
      name: 'bins of n_x and n_y',
      bins: sizeBins.flatMap((_, along) => sizeBins.map((_, across) => `${along + 1}, ${across + 1}`)),
      counts: sizes,
      published: published.sizes.flat(),
    },
    {
      name: 'phase',
      bins: namesOf(phaseEdges),
      counts: histogram(
        cells.map(({ phase }) => phase),
        phaseEdges,
      ),
      published: phaseEdges.slice(1).map(() => 1),
    },
  ];
}

/** How many values fall between each two edges. */
function histogram(values: readonly number[], edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const value of values) counts[binOf(value, edges)]++;
  return counts;
}

function binOf(value: number, edges: readonly number[]): number {
  const bin = edges.findIndex((edge, index) => value >= edge && value <= edges[index + 1]);
  if (bin < 0) throw new RangeError(`${value} lies outside ${edges[0]} … ${edges[edges.length - 1]}`);
  return bin;
}

function namesOf(edges: readonly number[]): string[] {
  return edges.slice(1).map((edge, bin) => `${edges[bin]}–${edge}`);
}
