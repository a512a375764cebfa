import * as Plot from '@observablehq/plot';
import type { Interval } from '../../contracts/interval.ts';
import type { Box } from './label-placement.ts';

/** A scale whose pixels are known before the chart is drawn, with some room at the ends. */
export function axis(
  values: readonly number[],
  range: readonly [number, number],
  { log = false, margin = 0.04 } = {},
): Plot.Scale {
  const [low, high] = extent(values);
  const room = (high - low || Math.abs(high) || 1) * margin;
  const domain = log
    ? [low / (high / low || 1) ** margin, high * (high / low || 1) ** margin]
    : [low - room, high + room];
  const scale = Plot.scale({ x: { type: log ? 'log' : 'linear', domain, range: [...range] } });
  if (!scale) throw new TypeError('no scale for a chart');
  return scale;
}

/** The name of an axis across stands below the middle of its ticks. */
export const acrossLabel = { labelAnchor: 'center', labelArrow: 'none', labelOffset: 38 } as const;

export function horizontal({ left, right }: Box): readonly [number, number] {
  return [left, right];
}

/** Upwards: the lowest value lies at the bottom. */
export function vertical({ top, bottom }: Box): readonly [number, number] {
  return [bottom, top];
}

/** The value and the ends of its interval. */
export function reach(value: number, interval?: Interval): readonly number[] {
  return interval ? [value, interval.low, interval.high] : [value];
}

/** Of numbers, however many. */
export function extent(values: readonly number[]): readonly [number, number] {
  return [
    values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
    values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
  ];
}
