import type { Evidence, ScoreEvidence } from '../../core/contracts/evidence.ts';
import type { Figure } from '../../core/contracts/figures.ts';
import type { FindingTable } from '../../core/contracts/findings.ts';
import { counted, decimal, listed } from '../../core/reporting/words.ts';
import type { DepthOrder } from './depth-order.ts';
import type { DepthProfile } from './depth-profile.ts';

/** Explained variance of every population over the depth of the backbone. */
export function depthCurves(title: string, profiles: readonly DepthProfile[]): Figure {
  const scores = profiles.flatMap(({ points }) => points.map(({ score }) => score));
  return {
    kind: 'lines',
    title,
    caption: ceilingWords(scores),
    x: 'depth, 0 first layer … 1 last layer',
    y: 'explained variance / ceiling',
    series: profiles.flatMap(({ region, points }) => {
      const populations = [...new Set(points.map(({ score }) => score.population))];
      return populations.map((population) => ({
        label: populations.length > 1 ? `${region} ${population}` : region,
        group: region,
        points: points
          .filter(({ score }) => score.population === population)
          .map(({ depth, score }) => ({ x: depth, y: score.ceiled, interval: score.interval })),
      }));
    }),
  };
}

/** Every layer of a backbone against every population. */
export function layerMap(
  title: string,
  backbone: string,
  evidence: Evidence,
  scores: readonly ScoreEvidence[],
): Figure {
  const own = scores.filter((score) => score.backbone === backbone);
  const layers = (evidence.depth.get(backbone) ?? []).filter((name) =>
    own.some(({ layer }) => layer === name),
  );
  const columns = evidence.regions.flatMap((region) => {
    const populations = [
      ...new Set(own.filter((score) => score.region === region).map((score) => score.population)),
    ];
    return populations.map((population) => ({
      region,
      population,
      name: populations.length > 1 ? `${region} ${population}` : region,
    }));
  });
  return {
    kind: 'map',
    title,
    caption: ceilingWords(own),
    value: 'explained variance / ceiling',
    rows: layers.map((label) => ({ group: backbone, label })),
    columns: columns.map(({ name }) => name),
    cells: layers.map((name) =>
      columns.map(
        ({ region, population }) =>
          own.find(
            ({ layer, region: ofRegion, population: of }) =>
              layer === name && ofRegion === region && of === population,
          )?.ceiled ?? null,
      ),
    ),
  };
}

/** Depths of the regions; and the layer that does best on training stimuli, scored on others. */
export function depthTable(
  profiles: readonly DepthProfile[],
  { depths, intervals }: DepthOrder,
  wholes: readonly ScoreEvidence[],
): FindingTable {
  return {
    title:
      'Where each region is explained. The best layer is chosen in every fold on stimuli inside the training rows, and scored ' +
      'on the test rows.',
    columns: [
      'region',
      'depth',
      'low',
      'high',
      'best layers (folds)',
      'explained variance',
      'low',
      'high',
      'ceiling',
      'neuroids',
    ],
    rows: profiles.flatMap(({ region }, index) =>
      wholes
        .filter((score) => score.region === region)
        .map((score) => [
          region,
          Number.isFinite(depths[index]) ? depths[index] : null,
          intervals[index].low,
          intervals[index].high,
          Object.entries(score.layersChosen ?? {})
            .toSorted(([, a], [, b]) => b - a)
            .map(([layer, folds]) => `${layer} (${folds})`)
            .join(', '),
          score.ceiled,
          score.interval.low,
          score.interval.high,
          score.ceiling,
          score.n.neuroids,
        ]),
    ),
  };
}

function ceilingWords(scores: readonly ScoreEvidence[]): string {
  const byPopulation = new Map(scores.map((score) => [`${score.population}/${score.region}`, score]));
  const words = Array.from(
    byPopulation.values(),
    ({ region, ceiling, n }) => `${region} ${decimal(ceiling)} (${counted(n.neuroids, 'neuroid')})`,
  );
  return `Ceilings: ${listed(words)}.`;
}
