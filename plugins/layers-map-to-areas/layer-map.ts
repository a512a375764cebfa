import type { Evidence, ScoreEvidence } from '../../core/contracts/hypothesis.ts';
import type { Figure } from '../../core/contracts/results.ts';

/** Every layer of every backbone against every population. */
export function layerMap(title: string, evidence: Evidence, scores: readonly ScoreEvidence[]): Figure {
  const rows = [...evidence.depth].flatMap(([backbone, layers]) =>
    layers
      .filter((layer) => scores.some((score) => score.backbone === backbone && score.layer === layer))
      .map((layer) => ({ group: backbone, label: layer })),
  );
  const populations = populationsInOrder(evidence, scores);
  return {
    kind: 'map',
    title,
    value: 'explained variance / ceiling',
    rows,
    columns: populations.map(({ name }) => name),
    cells: rows.map(({ group, label }) =>
      populations.map(({ population, region }) => {
        const found = scores.find(
          (score) =>
            score.backbone === group &&
            score.layer === label &&
            score.population === population &&
            score.region === region,
        );
        return found?.ceiled ?? null;
      }),
    ),
  };
}

/** Columns named by region, and by population where a region has several. */
function populationsInOrder({ regions }: Evidence, scores: readonly ScoreEvidence[]) {
  return [...new Set(regions)].flatMap((region) => {
    const own = scores.filter((score) => score.region === region);
    const populations = [...new Set(own.map(({ population }) => population))];
    return populations.map((population) => ({
      region,
      population,
      name: populations.length > 1 ? `${region} ${population}` : region,
    }));
  });
}
