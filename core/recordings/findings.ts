import type { Assembly } from '../assembly/assembly.ts';
import { strings, type Table } from '../assembly/table.ts';
import { countRepetitions } from '../laboratory/trial-summaries.ts';
import { createRandomStreams } from '../random/streams.ts';
import { reliabilityPerNeuroid, splitHalves } from '../statistics/reliability.ts';
import { median } from '../statistics/summaries.ts';
import { silentNeuroids } from './silent-neuroids.ts';

/** What a recording turned out to hold. */
export interface Findings {
  /** One sentence. */
  readonly summary: string;
  readonly unit: string;
  readonly stimuli: number;
  readonly repetitions: { readonly fewest: number; readonly median: number; readonly most: number };
  /** Responses that are not there, of most x stimuli x neuroids. */
  readonly missing: number;
  readonly groups: readonly Group[];
  /** Neuroids without any response. */
  readonly silent: readonly string[];
}

/** Neuroids of one region and animal. */
export interface Group {
  readonly region: string;
  readonly animal: string | null;
  readonly neuroids: number;
  /** Split-half reliability (Spearman-Brown), median and range; null where stimuli were shown once. */
  readonly reliability: { readonly median: number; readonly low: number; readonly high: number } | null;
}

const halvings = 50;

/** @param trials `[repetition, presentation, neuroid]` */
export function findingsOf(neuroids: Table, trials: Assembly<Float64Array>, unit: string): Findings {
  const [, stimuli] = trials.shape;
  const everyRow = Array.from({ length: stimuli }, (_, row) => row);
  const random = createRandomStreams('import').stream('halves');
  const reliabilities = reliabilityPerNeuroid(splitHalves(trials, random, halvings), everyRow);
  const regions = strings(neuroids, 'region');
  const animals = neuroids.columns.animal ? strings(neuroids, 'animal') : regions.map(() => null);
  const members = new Map<string, number[]>();
  for (const [row, region] of regions.entries()) {
    const key = JSON.stringify([region, animals[row]]);
    members.set(key, [...(members.get(key) ?? []), row]);
  }
  const groups = Array.from(members.values(), (rows) => ({
    region: regions[rows[0]],
    animal: animals[rows[0]],
    neuroids: rows.length,
    reliability: rangeOf(rows.map((row) => reliabilities[row]).filter((value) => !Number.isNaN(value))),
  }));
  const repetitions = countRepetitions(trials);
  const missing = trials.data.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  const summary =
    `${neuroids.length} neuroids of ${[...new Set(regions)].join(', ')}, ${stimuli} stimuli shown up to ` +
    `${repetitions.most} times, ${missing} of ${trials.data.length} responses missing.`;
  return {
    summary,
    unit,
    stimuli,
    repetitions,
    missing,
    groups,
    silent: silentNeuroids(neuroids, trials.data),
  };
}

function rangeOf(values: readonly number[]): Group['reliability'] {
  if (values.length === 0) return null;
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) };
}
