import type { Figure } from '../../core/contracts/figures.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Interval } from '../../core/contracts/interval.ts';
import { createRandomStreams } from '../../core/random/streams.ts';

const families = ['pixels and edges', 'random filters', 'untrained', 'shallow', 'deep', 'recurrent'];
const random = createRandomStreams('talk');

/** Findings with every kind of figure: clouds of 60 backbones, lines, bars, a map; and with tables. */
export function exampleFindings(): readonly Finding[] {
  return [
    {
      ...finding('performance-predicts-predictivity', 'IT · across objects', 'supported'),
      summary: 'Backbones that recognise better predict IT better: r = 0.81 (0.70 – 0.89) over 60 backbones.',
      sample: 'backbones',
      figures: [cloud(60)],
      tables: [
        {
          title: 'What else might explain it',
          columns: ['control', 'partial r', 'low', 'high', 'backbones'],
          rows: [
            ['effective dimensionality', 0.72, 0.55, 0.83, 60],
            ['number of units', 0.79, 0.66, 0.88, 60],
            ['untrained twins', null, null, null, 0],
          ],
        },
      ],
    },
    {
      ...finding('orthogonal-properties', 'all regions', 'supported'),
      summary: 'Position, size and pose become easier to read along the hierarchy, not harder.',
      figures: [propertyLines(), propertyBars(12, 3)],
    },
    {
      ...finding('face-selective-region', 'last layer', 'not supported'),
      summary:
        'Networks without faces in their diet have no fewer face-selective units than chance would give.',
      sample: 'networks',
      figures: [propertyBars(4, 3)],
    },
    { ...finding('direct-fit-overfits', 'IT · new categories', 'inconclusive'), figures: [overfitting()] },
    ...['images', 'across objects'].map((protocol) => ({
      ...finding('layers-map-to-areas', protocol, 'supported'),
      figures: [layerMap(protocol)],
    })),
  ];
}

/** Points in six clouds, most of them without room for a label. */
export function cloud(count: number): Extract<Figure, { kind: 'scatter' }> {
  const stream = random.stream(`cloud of ${count}`);
  return {
    kind: 'scatter',
    title: 'Performance and predictivity: IT, across objects',
    x: '8-way performance (balanced accuracy)',
    y: 'explained variance of IT / ceiling (median of 168 sites)',
    clouds: true,
    trends: 'overall',
    references: [{ label: 'what half the monkey says of the other', y: 0.62 }],
    marks: Array.from({ length: count }, (_, index) => {
      const family = index % families.length;
      const x = 0.2 + 0.11 * family + stream.normal(0, 0.035);
      const y = 0.05 + 0.55 * (x - 0.15) + stream.normal(0, 0.035);
      return {
        label: `${families[family].split(' ')[0]}-${index}`,
        group: families[family],
        ...{ x, y },
        xInterval: around(x, 0.02),
        yInterval: around(y, 0.03),
      };
    }),
  };
}

function propertyLines(): Figure {
  const layers = [1, 2, 3, 4, 5, 6];
  const properties = [
    'category',
    'identity',
    'horizontal position',
    'size',
    'rotation in depth',
    'perimeter',
  ];
  return {
    kind: 'lines',
    title: 'Decoding along the layers',
    x: 'layer',
    y: 'decoding (r, or accuracy above chance)',
    caption: '128 sites and matched noise in every layer; 3 networks.',
    series: properties.map((label, index) => ({
      label,
      points: layers.map((x) => {
        const y = 0.15 + (0.6 - 0.07 * index) * (1 - Math.exp(-x / (2 + index / 2)));
        return { x, y, interval: around(y, 0.05) };
      }),
    })),
    references: [{ label: 'chance', y: 0 }],
  };
}

function overfitting(): Figure {
  const sizes = [64, 128, 256, 512, 1024, 2048];
  const curves = [
    { label: 'fitted to IT, training', group: 'fitted to IT', end: 0.92, rate: 0 },
    { label: 'fitted to IT, new categories', group: 'fitted to IT', end: 0.2, rate: 0.03 },
    { label: 'learnt to recognise, new categories', group: 'learnt to recognise', end: 0.45, rate: 0.02 },
  ];
  return {
    kind: 'lines',
    title: 'Fit to neurons over the number of training images',
    x: 'training images',
    y: 'explained variance / ceiling',
    logX: true,
    series: curves.map(({ label, group, end, rate }) => ({
      label,
      group,
      points: sizes.map((x, index) => {
        const y = end - rate * (sizes.length - 1 - index);
        return { x, y, interval: around(y, 0.04) };
      }),
    })),
    references: [{ label: 'ceiling', y: 1 }],
  };
}

function propertyBars(categories: number, conditions: number): Figure {
  const stream = random.stream(`bars ${categories} ${conditions}`);
  const names = [
    'V0, no variation',
    'V3',
    'V6',
    'faces',
    'bodies',
    'boats',
    'cars',
    'chairs',
    'fruits',
    'planes',
    'animals',
    'tables',
  ];
  const diets = ['all categories', 'without faces', 'untrained'];
  return {
    kind: 'bars',
    title: 'Selective units by diet',
    y: 'selective units (share of the layer)',
    categories: names.slice(0, categories).map((category, place) => ({
      category,
      bars: diets.slice(0, conditions).map((label, index) => {
        const value = Math.max(0.02, 0.3 - 0.09 * index + 0.02 * (place % 4));
        const points = [0, 1, 2].map(() => value + stream.normal(0, 0.02));
        return { label, value, interval: around(value, 0.04), points };
      }),
    })),
    references: [{ label: 'chance', y: 0.05 }],
  };
}

/** One layer each of five backbones, several of 24. */
function layerMap(protocol: string): Figure {
  const groups = Array.from({ length: 29 }, (_, index) => ({
    group: `net-${index}`,
    layers: index < 5 ? 1 : 2 + (index % 5),
  }));
  const rows = groups.flatMap(({ group, layers }) =>
    Array.from({ length: layers }, (_, layer) => ({ group, label: `layer-${layer + 1}` })),
  );
  return {
    kind: 'map',
    title: `Layers and regions: ${protocol}`,
    value: 'explained variance / ceiling',
    rows,
    columns: ['V1', 'V4', 'IT'],
    cells: rows.map(({ label }, index) => {
      const depth = Number(label.slice(-1));
      return [1.05 - depth / 8, index % 7 === 0 ? null : 0.5 - Math.abs(depth - 4) / 10, depth / 12];
    }),
  };
}

function finding(hypothesis: string, subject: string, verdict: Finding['verdict']): Finding {
  return {
    hypothesis,
    prediction: `What ${hypothesis} says beforehand.`,
    subject,
    statistic: "Pearson's r",
    value: 0.81,
    interval: { low: 0.7, high: 0.89, level: 0.95 },
    n: 60,
    control: 0.11,
    verdict,
    simulated: true,
    explanation: 'The interval resamples backbones, stimuli and neuroids together.',
  };
}

function around(value: number, half: number): Interval {
  return { low: value - half, high: value + half, level: 0.95 };
}
