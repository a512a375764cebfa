import type { Interval } from '../contracts/interval.ts';

const minus = '\u2212';
const digitsGroup = /\B(?=(\d{3})+$)/g;

/** A number with a fixed count of decimals and a true minus sign. */
export function decimal(value: number, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `${minus}${text}` : text;
}

/** A whole number, thousands apart: `12,800`. */
export function whole(value: number): string {
  return `${value < 0 ? minus : ''}${Math.abs(Math.round(value)).toFixed(0).replace(digitsGroup, ',')}`;
}

/** `0.31 – 0.52`. */
export function range(low: number, high: number, decimals = 2): string {
  return `${decimal(low, decimals)} – ${decimal(high, decimals)}`;
}

/** `95 %`. */
export function levelWords({ level }: Interval): string {
  return `${Number((level * 100).toFixed(1))} %`;
}

/** `95 % interval 0.31 – 0.52`. */
export function intervalWords(interval: Interval): string {
  return `${levelWords(interval)} interval ${range(interval.low, interval.high)}`;
}

/** `1 region`, `3 regions`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${whole(count)} ${count === 1 ? singular : plural}`;
}

/** `V1`, `V1 and V4`, `V1, V4 and IT`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** An id for links, from any text. */
export function anchor(...texts: readonly (string | number)[]): string {
  return texts
    .join('-')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
}
