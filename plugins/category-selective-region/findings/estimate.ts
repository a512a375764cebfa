import { mean } from '../../../core/statistics/summaries.ts';
import {
  type ComponentsTest,
  componentsTest,
  jackknifeComponent,
  meanComponent,
} from '../../../core/statistics/variance-components.ts';

/** A number of one network, and the same without each group of images or sites, which all networks share. */
export interface Measurement {
  readonly value: number;
  readonly without: readonly number[];
}

export interface Estimate extends ComponentsTest {
  readonly value: number;
}

/** Mean over networks; its error is that over networks and that over what they share. */
export function meanOver(networks: readonly Measurement[]): Estimate {
  const values = networks.map(({ value }) => value);
  const value = mean(values);
  return {
    value,
    ...componentsTest(value, [meanComponent(values), jackknifeComponent(meanWithout(networks))]),
  };
}

/** How much larger the mean over the first networks is than that over the second. */
export function differenceOf(first: readonly Measurement[], second: readonly Measurement[]): Estimate {
  const [own, other] = [first, second].map((networks) => networks.map(({ value }) => value));
  const value = mean(own) - mean(other);
  const otherWithout = meanWithout(second);
  const without = meanWithout(first).map((left, group) => left - otherWithout[group]);
  return {
    value,
    ...componentsTest(value, [meanComponent(own), meanComponent(other), jackknifeComponent(without)]),
  };
}

function meanWithout(networks: readonly Measurement[]): number[] {
  return networks[0].without.map((_, group) => mean(networks.map(({ without }) => without[group])));
}
