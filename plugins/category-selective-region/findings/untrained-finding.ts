import type { Finding } from '../../../core/contracts/findings.ts';
import type { Study } from '../measures/measure-network.ts';
import { differenceOf } from './estimate.ts';
import { composeFinding, percent, type Result } from './finding.ts';
import { meanShare, meanShuffled, shareMeasurement } from './shares.ts';

/** Does training without the category make more units selective for it than there are without training? */
export function untrainedFinding(
  study: Study,
  { deprived, untrained }: { readonly deprived: Result; readonly untrained: Result },
): Finding {
  const { category } = study.options;
  const measured = (result: Result) => result.networks.map((network) => shareMeasurement(network, study));
  return composeFinding(study, {
    prediction: `Training without ${category} makes more units selective for ${category} than there are without training.`,
    subject: `${deprived.name} against untrained · ${study.layer}`,
    sentence:
      `${percent(meanShare(deprived, study))} of the units of ${study.layer} are selective for ${category} ` +
      `${deprived.name} and ${percent(meanShare(untrained, study))} untrained`,
    statistic: `share of units selective for ${category}, ${deprived.name} less untrained`,
    symbol: 'difference',
    estimate: differenceOf(measured(deprived), measured(untrained)),
    networks: deprived.networks.length + untrained.networks.length,
    control: meanShuffled(deprived) - meanShuffled(untrained),
    explanation: 'Control: the difference with the labels of the localizer shuffled.',
  });
}
