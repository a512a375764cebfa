import type { Figure } from '../../../core/contracts/figures.ts';
import type { Finding } from '../../../core/contracts/findings.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import type { Study } from '../measures/measure-network.ts';
import { meanOver } from './estimate.ts';
import { composeFinding, percent, type Result, unknown } from './finding.ts';

/** Do the units of deprived networks keep their selectivity for other objects in other views? */
export function toleranceFinding(study: Study, results: readonly Result[], deprived: Result): Finding {
  const { category } = study.options;
  const networks = deprived.networks.flatMap(({ tolerance }) =>
    tolerance.kept === null ? [] : [{ ...tolerance, kept: tolerance.kept }],
  );
  const enough = networks.length > 1;
  const chance = mean(deprived.networks.map(({ tolerance }) => tolerance.byChance));
  const again = networks.map(({ selectiveAgain }) => selectiveAgain ?? 0);
  return composeFinding(study, {
    prediction: `Units selective for ${category} in networks trained without them prefer ${category} in other views of other objects, too.`,
    subject: `${deprived.name}, other views · ${study.layer}`,
    sentence: enough
      ? `${percent(mean(networks.map(({ kept }) => kept)))} of the units selective for ${category} prefer them in the set ` +
        `"${study.independent.id}", too, where ${percent(chance)} of all units do`
      : `Too few networks have units selective for ${category}`,
    statistic:
      'share of selective units that keep their best class, less the share of all units that have it',
    symbol: 'difference',
    estimate: enough
      ? meanOver(
          networks.map(({ kept, byChance, withoutImages }) => ({
            value: kept - byChance,
            without: withoutImages,
          })),
        )
      : unknown,
    networks: networks.length,
    control: 0,
    obstacle: enough
      ? undefined
      : `Only ${networks.length} of ${deprived.networks.length} networks have units selective for ${category}.`,
    explanation: `${
      enough ? `${percent(mean(again))} are selective there by rank-sum, too. ` : ''
    }Control: units that are selective for nothing keep a best class no more often than chance, a difference of 0.`,
    figures: [keptByView(study, results)].flatMap((figure) => figure ?? []),
  });
}

/** Share kept among near, large or turned views; none where the set does not know its views. */
function keptByView(study: Study, results: readonly Result[]): Figure | undefined {
  const trained = results.filter(({ diet }) => diet !== 'untrained');
  const series = trained.flatMap(({ name, networks }) => {
    const bins = networks.flatMap(({ tolerance }) => tolerance.bins);
    return [...new Set(bins.map(({ by }) => by))].flatMap((by) => {
      const points = [1, 2, 3].flatMap((third) => {
        const kept = bins.flatMap((bin) =>
          bin.by === by && bin.third === third && bin.kept !== null ? [bin.kept] : [],
        );
        return kept.length > 0 ? [{ x: third, y: mean(kept) }] : [];
      });
      return points.length > 0 ? [{ label: `${by}, ${name}`, group: name, points }] : [];
    });
  });
  if (series.length === 0) return undefined;
  return {
    kind: 'lines',
    title: `Selectivity for ${study.options.category} kept in other views`,
    caption:
      `Units of ${study.layer} that the localizer calls selective; images of "${study.independent.id}" in thirds by distance from ` +
      'the centre, by size and by the angle turned away. Means over networks.',
    x: 'third of the images',
    places: ['smallest', 'middle', 'largest'].map((name, index) => ({ x: index + 1, name })),
    y: 'share of selective units with the same best class',
    series,
    references: [
      {
        label: 'chance',
        y: mean(trained.flatMap(({ networks }) => networks.map(({ tolerance }) => tolerance.byChance))),
      },
    ],
  };
}
