import type { Figure } from '../../../core/contracts/figures.ts';
import type { Finding, FindingTable } from '../../../core/contracts/findings.ts';
import { decimal } from '../../../core/reporting/words.ts';
import { mean } from '../../../core/statistics/summaries.ts';
import { type Accuracy, type Lesions, specificEffect } from '../measures/lesions.ts';
import type { Study } from '../measures/measure-network.ts';
import { meanOver } from './estimate.ts';
import { composeFinding, type Result, unknown } from './finding.ts';

const silenced = ['intact', 'selective', 'random', 'other'] as const;

/** Does silencing the selective units of deprived networks harm the category more than other classes? */
export function lesionFinding(study: Study, results: readonly Result[], deprived: Result): Finding {
  const { category, other } = study.options;
  const lesions = lesionsOf(deprived);
  const enough = lesions.length > 1;
  const lost = (kind: 'selective' | 'random' | 'other', what: keyof Accuracy) =>
    decimal(mean(lesions.map((own) => own.intact[what] - own[kind][what])), 3);
  return composeFinding(study, {
    prediction: `Silencing the units selective for ${category} harms ${category} more than other classes, even in networks trained without them.`,
    subject: `${deprived.name}, lesions · ${study.layer}`,
    sentence: enough
      ? `Silencing the units of ${study.layer} selective for ${category} costs ${lost('selective', 'category')} of accuracy for ` +
        `${category} and ${lost('selective', 'others')} for other classes, as many random units ` +
        `${lost('random', 'category')} and ${lost('random', 'others')}`
      : `Too few networks have units selective for ${category} to silence`,
    statistic: `loss of accuracy, ${category} less other classes, selective units less random ones`,
    symbol: 'specific loss',
    estimate: enough
      ? meanOver(lesions.map((own) => ({ value: specificEffect(own), without: own.withoutImages })))
      : unknown,
    networks: lesions.length,
    control: enough
      ? mean(lesions.map(({ other: own, random }) => specificEffect({ selective: own, random })))
      : 0,
    obstacle: enough
      ? undefined
      : `Only ${lesions.length} of ${deprived.networks.length} networks have units selective for ${category}.`,
    explanation:
      `Accuracy is the mean of hits and correct rejections, read out of the last layer by ridge classifiers of the intact ` +
      `network, images held out. ${
        enough
          ? `Units silenced: ${lesions.map(({ units }) => units).join(', ')}. Those most selective for ${other} cost ` +
            `${lost('other', 'category')} and ${lost('other', 'others')}. `
          : ''
      }Control: the same with as many units selective for ${other}.`,
    figures: results.flatMap((result) => accuracies(study, result) ?? []),
    tables: [lesionsTable(results)],
  });
}

function lesionsOf({ networks }: Result): Lesions[] {
  return networks.flatMap(({ lesions }) => lesions ?? []);
}

function accuracies({ layer, options }: Study, result: Result): Figure | undefined {
  const lesions = lesionsOf(result);
  if (lesions.length === 0) return undefined;
  const labels = {
    intact: 'intact',
    selective: `${options.category} silenced`,
    random: 'random units silenced',
    other: `${options.other} silenced`,
  };
  return {
    kind: 'bars',
    title: `Accuracy after lesions of ${layer}: ${result.name}`,
    caption: `Mean of hits and correct rejections, images held out; dots are ${lesions.length} networks.`,
    y: 'accuracy (0.5 chance … 1 perfect)',
    categories: (['category', 'others'] as const).map((what) => ({
      category: what === 'category' ? options.category : 'other classes',
      bars: silenced.map((kind) => {
        const points = lesions.map((own) => own[kind][what]);
        return { label: labels[kind], value: mean(points), points };
      }),
    })),
    references: [{ label: 'chance', y: 0.5 }],
  };
}

function lesionsTable(results: readonly Result[]): FindingTable {
  return {
    title: 'Accuracy after lesions',
    columns: [
      'condition',
      'network',
      'units silenced',
      ...silenced.flatMap((kind) => [`category, ${kind}`, `others, ${kind}`]),
    ],
    rows: results.flatMap(({ name, networks }) =>
      networks.map(({ id, lesions }) => [
        name,
        id,
        lesions?.units ?? 0,
        ...silenced.flatMap((kind) => [lesions?.[kind].category ?? null, lesions?.[kind].others ?? null]),
      ]),
    ),
  };
}
