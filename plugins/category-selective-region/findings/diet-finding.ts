import type { Figure } from '../../../core/contracts/figures.ts';
import type { Finding, FindingTable } from '../../../core/contracts/findings.ts';
import { listed } from '../../../core/reporting/words.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import type { Study } from '../measures/measure-network.ts';
import { criteria } from '../measures/unit-selectivity.ts';
import { differenceOf, meanOver } from './estimate.ts';
import { composeFinding, percent, type Result } from './finding.ts';
import { meanShare, meanShuffled, shareMeasurement, shareOf } from './shares.ts';

/** Do networks that never saw the category have fewer units selective for it? */
export function dietFinding(
  study: Study,
  results: readonly Result[],
  { complete, deprived }: { readonly complete: Result; readonly deprived: Result },
  prediction: string,
): Finding {
  const { category } = study.options;
  const measured = (result: Result) => result.networks.map((network) => shareMeasurement(network, study));
  const share = (result: Result) => percent(meanShare(result, study));
  const others = study.localizer.map(({ name }) => name).filter((name) => name !== category);
  return composeFinding(study, {
    prediction,
    subject: `${deprived.name} · ${study.layer}`,
    sentence:
      `${share(complete)} of the units of ${study.layer} are selective for ${category} after a ${complete.name} and ` +
      `${share(deprived)} ${deprived.name}`,
    statistic: `share of units selective for ${category}, ${complete.name} less ${deprived.name}`,
    symbol: 'difference',
    estimate: differenceOf(measured(complete), measured(deprived)),
    networks: complete.networks.length + deprived.networks.length,
    control: meanShuffled(complete) - meanShuffled(deprived),
    explanation:
      `Selective: largest mean response, and rank-sum p < ${study.options.rankSum} against each other class. Shares: ` +
      `${listed(results.map((result) => `${result.name} ${share(result)}`))}; labels shuffled ` +
      `${percent(mean(results.map(meanShuffled)))}. Other classes ${deprived.name}: ` +
      `${listed(others.map((name) => `${name} ${percent(meanShare(deprived, study, { name }))}`))}. Control: the ` +
      'difference with the labels of the localizer shuffled.',
    figures: [
      sharesByClass(study, results),
      sharesByLayer(study, results),
      sharesByCriterion(study, results),
    ],
    tables: [networksTable(study, results), classesTable(study, results)],
  });
}

function sharesByClass(study: Study, results: readonly Result[]): Figure {
  return {
    kind: 'bars',
    title: `Selective units of ${study.layer}, by class`,
    caption: `By rank-sum against each other class; dots are networks (${networkCounts(results)}), bars their means.`,
    y: 'share of units',
    categories: study.localizer.map(({ name }) => ({
      category: name,
      bars: results.map((result) => ({
        label: result.name,
        value: meanShare(result, study, { name }),
        points: result.networks.map((network) => shareOf(network, study, { name })),
        ...(name === study.options.category && {
          interval: meanOver(result.networks.map((network) => shareMeasurement(network, study))).interval,
        }),
      })),
    })),
    references: [{ label: 'labels shuffled', y: mean(results.map(meanShuffled)) }],
  };
}

function sharesByLayer(study: Study, results: readonly Result[]): Figure {
  const layers = results[0].networks[0].selectivity.layers.map(({ layer }) => layer);
  const atLayer = (layer: string) => ({ ...study, layer });
  return {
    kind: 'lines',
    title: `Units selective for ${study.options.category}, by layer`,
    caption: `By rank-sum; means over networks (${networkCounts(results)}).`,
    x: 'layer',
    places: layers.map((name, place) => ({ x: place + 1, name })),
    y: 'share of units',
    series: results.map((result) => ({
      label: result.name,
      points: layers.map((layer, place) => ({ x: place + 1, y: meanShare(result, atLayer(layer)) })),
    })),
  };
}

function sharesByCriterion(study: Study, results: readonly Result[]): Figure {
  const { options } = study;
  return {
    kind: 'bars',
    title: `Units of ${study.layer} selective for ${options.category}, by criterion`,
    caption:
      `Index: best against second best class, at least ${options.index}; sensitivity: d' against all others, at least ` +
      `${options.sensitivity}; Welch t: against all others, false discoveries ${options.falseDiscoveries} (Benjamini-Hochberg). ` +
      'All: and the category is the best class.',
    y: 'share of units',
    categories: criteria.map((criterion) => ({
      category: criterion,
      bars: results.map((result) => ({
        label: result.name,
        value: meanShare(result, study, { criterion }),
        points: result.networks.map((network) => shareOf(network, study, { criterion })),
      })),
    })),
  };
}

function networkCounts(results: readonly Result[]): string {
  return results.map(({ name, networks }) => `${networks.length} ${name}`).join(', ');
}

/** Counts of every network by every criterion, and with shuffled labels. */
function networksTable(study: Study, results: readonly Result[]): FindingTable {
  return {
    title: `Units of ${study.layer} selective for ${study.options.category}`,
    columns: ['condition', 'network', 'units', ...criteria, 'rank-sum, labels shuffled'],
    rows: results.flatMap(({ name, networks }) =>
      networks.map((network) => {
        const units = network.selectivity.layers.find(({ layer }) => layer === study.layer)?.units ?? 0;
        const counts = criteria.map((criterion) =>
          Math.round(units * shareOf(network, study, { criterion })),
        );
        return [name, network.id, units, ...counts, units * network.selectivity.shuffled];
      }),
    ),
  };
}

/** The same count for every class, as a control. */
function classesTable(study: Study, results: readonly Result[]): FindingTable {
  return {
    title: `Share of units of ${study.layer} selective for every class, mean over networks`,
    columns: ['condition', 'criterion', ...study.localizer.map(({ name }) => name)],
    rows: results.flatMap((result) =>
      criteria.map((criterion) => [
        result.name,
        criterion,
        ...study.localizer.map(({ name }) => meanShare(result, study, { criterion, name })),
      ]),
    ),
  };
}
