import { table } from '../../core/assembly/table.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { Responses } from '../../core/contracts/population.ts';
import type { RandomStream } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import type { SimulatedOptions } from '../../core/neurons/simulated-options.ts';
import { simulatedResponses } from '../../core/neurons/simulated-responses.ts';
import { createRandomStreams } from '../../core/random/streams.ts';

const { exp } = Math;

/** Expected counts whose logarithm is normal over stimuli, about 2 to 8 on average from neuroid to neuroid. */
export function logNormalCounts(stimuli: number, neuroids: number, stream: RandomStream): Matrix {
  const scales = Array.from({ length: neuroids }, () => 2 * 4 ** stream.uniform());
  const data = Float64Array.from(
    { length: stimuli * neuroids },
    (_, index) => scales[index % neuroids] * exp(stream.normal(0, 0.5)),
  );
  return { rows: stimuli, columns: neuroids, data };
}

/** What sites of a simulated population record of neurons with the given expected counts. */
export function recordSites(
  counts: Matrix,
  seed: string,
  options: Partial<SimulatedOptions> = {},
): Responses & { readonly truth: NonNullable<Responses['truth']> } {
  const { multiUnit = 1 } = options;
  const neuroids = counts.columns / multiUnit;
  const random = createRandomStreams(seed);
  const tuning = random.stream('tuning');
  const names = Array.from({ length: neuroids }, (_, index) => `site.${index}`);
  const { truth, ...responses } = simulatedResponses(
    {
      table: table({ stimulus_id: Array.from({ length: counts.rows }, (_, row) => `s${row}`) }),
    } as StimulusSet,
    {
      neuroids: table({ neuroid_id: names, region: names.map(() => 'IT') }),
      counts: counts.data,
      tuning: {
        rows: counts.columns,
        columns: 6,
        data: Float64Array.from({ length: 6 * counts.columns }, () => tuning.normal()),
      },
      spontaneous: new Float64Array(counts.columns).fill(5),
    },
    {
      repetitions: 20,
      gainVariance: 0.12,
      sharedVariance: 0.1,
      missing: 0,
      dead: 0,
      drift: 0,
      ...options,
      neuroids,
      multiUnit,
    },
    random.scope('trials'),
  );
  if (!truth) throw new RangeError('a simulated population keeps its truth');
  return { ...responses, truth };
}
