import type { Figure } from '../../../core/contracts/figures.ts';
import type { Finding } from '../../../core/contracts/findings.ts';
import { decimal } from '../../../core/reporting/words.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import type { Study } from '../measures/measure-network.ts';
import type { Sites } from '../measures/sites.ts';
import { type Measurement, meanOver } from './estimate.ts';
import { composeFinding, percent, type Result, unknown } from './finding.ts';

const groups = 10;

/** Do units of deprived networks say which sites of the region are selective? */
export function siteFinding(
  study: Study,
  results: readonly Result[],
  deprived: Result,
  simulated: boolean,
): Finding {
  const { category, region, mapping } = study.options;
  const { measured } = deprived.networks[0].sites;
  const selective = measured.filter(Boolean).length;
  const obstacle =
    selective < 2 || selective > measured.length - 2
      ? `${selective} of ${measured.length} sites of ${region} are selective for ${category}, which leaves nothing to compare.`
      : undefined;
  const share = (sites: readonly boolean[]) => sites.filter(Boolean).length / sites.length;
  const predicted = (result: Result) => mean(result.networks.map(({ sites }) => share(sites.predicted)));
  return composeFinding(study, {
    prediction: `Units of networks trained without ${category}, mapped linearly to ${region}, predict which sites are selective for ${category}.`,
    subject: `${deprived.name}, sites of ${region} · ${study.layer}`,
    sentence:
      `Of ${measured.length} sites of ${region}, ${percent(share(measured))} are selective for ${category} and ` +
      `${percent(predicted(deprived))} are predicted to be from networks ${deprived.name}`,
    statistic: 'share of selective sites predicted to be selective, less that of other sites',
    symbol: 'hits less false alarms',
    estimate: obstacle ? unknown : meanOver(deprived.networks.map(({ sites }) => agreement(sites))),
    networks: deprived.networks.length,
    control: 0,
    obstacle,
    simulated,
    explanation:
      `Fitted to ${mapping.images} images, ${mapping.ofCategory} of ${category}, of "${study.independent.id}"; selectivity by ` +
      `rank-sum on its other images, in measured and in predicted responses. Held-out r of the map, and sites predicted to be ` +
      `selective: ${results
        .map(
          (result) =>
            `${result.name} ${decimal(mean(result.networks.map(({ sites }) => sites.fit)))}, ${percent(predicted(result))}`,
        )
        .join(
          '; ',
        )}. Control: predictions that know nothing of the sites have hits and false alarms alike, a difference of 0.`,
    figures: [predictedSites(study, results, share(measured))],
  });
}

/** Hits less false alarms, and without each group of sites. */
function agreement({ measured, predicted }: Sites): Measurement {
  const over = (sites: readonly number[]) => {
    const rate = (selective: boolean) => {
      const own = sites.filter((site) => measured[site] === selective);
      return own.length === 0 ? 0 : own.filter((site) => predicted[site]).length / own.length;
    };
    return rate(true) - rate(false);
  };
  const all = Array.from(measured.keys());
  /** Selective sites and others are dealt out alike. */
  const dealt = [...all.filter((site) => measured[site]), ...all.filter((site) => !measured[site])];
  return {
    value: over(all),
    without: Array.from({ length: groups }, (_, group) =>
      over(dealt.filter((_site, place) => place % groups !== group)),
    ),
  };
}

function predictedSites({ options }: Study, results: readonly Result[], measured: number): Figure {
  return {
    kind: 'bars',
    title: `Sites of ${options.region} predicted to be selective for ${options.category}`,
    caption: 'By rank-sum on held-out images; dots are networks. The line is what the sites themselves are.',
    y: 'share of sites',
    categories: results.map((result) => {
      const points = result.networks.map(
        ({ sites }) => sites.predicted.filter(Boolean).length / sites.predicted.length,
      );
      return { category: result.name, bars: [{ label: 'predicted', value: mean(points), points }] };
    }),
    references: [{ label: 'measured', y: measured }],
  };
}
