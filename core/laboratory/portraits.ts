import { strings } from '../assembly/table.ts';
import type { PopulationPortrait, PortraitExample } from '../contracts/reporter.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { contactSheet } from '../pictures/contact-sheet.ts';
import { thumbnails } from '../pictures/thumbnails.ts';
import type { Recording } from './recorded-region.ts';
import { columnOf } from './trial-summaries.ts';

/** Reliability ranks of the neuroids shown, as shares of the population. */
const shown = [0.9, 0.5];
/** Stimuli shown of either end of a neuroid's tuning. */
const atEachEnd = 6;
/** Largest side of a stimulus in the report, in pixels. */
const pictureSide = 48;
/** Points of a tuning curve. */
const pointsPerCurve = 200;

/** What the neuroids of a region do, for readers: their reliabilities and variances, and examples with their stimuli. */
export async function portray(recording: Recording, stimuli: StimulusSet): Promise<PopulationPortrait> {
  const { population, region, simulated, neuroidIds, reliabilities } = recording;
  const { attributes } = recording.trials();
  const examples: PortraitExample[] = [];
  for (const neuroid of typicalNeuroids(recording))
    examples.push(await exampleOf(recording, neuroid, stimuli));
  return {
    population,
    region,
    simulated,
    unit: String(attributes.unit ?? 'spikes per presentation'),
    reliabilities: reliabilities.flatMap((value) => value ?? []),
    variability: neuroidIds.flatMap((neuroid, column) => variability(recording, column, neuroid)),
    examples,
  };
}

/** The neuroids at some ranks of reliability; where stimuli were shown once, of the variance of their means. */
function typicalNeuroids({ reliabilities, means }: Recording): number[] {
  const once = reliabilities.every((value) => value === null);
  const merit = reliabilities.map((value, column) =>
    once ? spread(columnOf(means, column)) : (value ?? Number.NEGATIVE_INFINITY),
  );
  const ranked = merit.map((_, column) => column).toSorted((a, b) => merit[a] - merit[b] || a - b);
  return [...new Set(shown.map((share) => ranked[Math.floor(share * (ranked.length - 1))]))];
}

async function exampleOf(
  { neuroidIds, reliabilities, means, trials }: Recording,
  neuroid: number,
  stimuli: StimulusSet,
): Promise<PortraitExample> {
  const values = columnOf(means, neuroid);
  const ranked = Array.from(values.keys()).sort((a, b) => values[b] - values[a] || a - b);
  const rows =
    ranked.length < 2 * atEachEnd ? ranked : [...ranked.slice(0, atEachEnd), ...ranked.slice(-atEachEnd)];
  const names = strings(stimuli.table, 'stimulus_id');
  const steps = Math.min(pointsPerCurve, ranked.length);
  return {
    neuroid: neuroidIds[neuroid],
    reliability: reliabilities[neuroid],
    tuning: Array.from({ length: steps }, (_, step) => {
      const rank = steps === 1 ? 0 : Math.round((step * (ranked.length - 1)) / (steps - 1));
      return { rank: rank + 1, mean: values[ranked[rank]] };
    }),
    stimuli: rows.map((row) => ({
      stimulus: names[row],
      mean: values[row],
      trials: trialsOf(trials(), row, neuroid),
    })),
    pictures: contactSheet(thumbnails(await stimuli.frames(rows), pictureSide), { columns: rows.length }),
  };
}

type Trials = ReturnType<Recording['trials']>;

/** The repetitions that are there. */
function trialsOf({ shape: [repetitions, stimuli, neuroids], data }: Trials, row: number, neuroid: number) {
  return Array.from(
    { length: repetitions },
    (_, repetition) => data[(repetition * stimuli + row) * neuroids + neuroid],
  ).filter((value) => !Number.isNaN(value));
}

/** Mean and variance between repetitions, both averaged over the stimuli that have two or more; none where no stimulus has. */
function variability(
  { trials }: Recording,
  column: number,
  neuroid: string,
): PopulationPortrait['variability'] {
  const [, stimuli] = trials().shape;
  let [count, mean, variance] = [0, 0, 0];
  for (let row = 0; row < stimuli; row++) {
    const values = trialsOf(trials(), row, column);
    if (values.length < 2) continue;
    const own = values.reduce((sum, value) => sum + value, 0) / values.length;
    count++;
    mean += own;
    variance += values.reduce((sum, value) => sum + (value - own) ** 2, 0) / (values.length - 1);
  }
  return count > 0 ? [{ neuroid, mean: mean / count, variance: variance / count }] : [];
}

function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
