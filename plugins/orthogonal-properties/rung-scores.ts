import { selectRows } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { Rung } from './hierarchies.ts';
import type { Level } from './level.ts';
import { sampleSites } from './sample-sites.ts';

/** Scores at one level, properties in its order. */
export interface LevelScores {
  /** `[samples of sites][properties]`, all images. */
  readonly samples: readonly (readonly number[])[];
  /** `[draws of images][properties]`, means over the samples of sites. */
  readonly resampled: readonly (readonly number[])[];
  /** `[properties]`, the images of the units shuffled. */
  readonly shuffled: readonly number[];
}

/** What is read out of one region or layer, by the name of the level. */
export interface RungScores {
  /** Units that there are. */
  readonly units: number;
  /** Units in every sample. */
  readonly sites: number;
  readonly levels: Readonly<Record<string, LevelScores>>;
}

export interface Sampling {
  readonly sites: number;
  readonly samples: number;
  /** To which noise is added; absent: none is. */
  readonly reliability?: number;
}

export async function scoreRung(
  rung: Rung,
  levels: readonly Level[],
  { sites, samples, reliability }: Sampling,
  random: RandomStreams,
): Promise<RungScores> {
  const units = await rung.read();
  if (units.values.columns < sites)
    throw new InputError(
      `${rung.id} has ${units.values.columns} units that are read, fewer than the ${sites} sites of every decoder; ask for fewer ` +
        'sites, or have more units read.',
    );
  const streams = random.scope(`samples/${rung.id}`);
  const drawn = Array.from({ length: samples }, (_, sample) =>
    sampleSites(units, sites, streams.scope(`${sample}`), reliability),
  );
  const scored: [string, LevelScores][] = [];
  for (const level of levels) scored.push([level.name, await scoreLevel(level, drawn, streams)]);
  return { units: units.values.columns, sites, levels: Object.fromEntries(scored) };
}

async function scoreLevel(
  level: Level,
  drawn: readonly Matrix[],
  random: RandomStreams,
): Promise<LevelScores> {
  const scores: (readonly Float64Array[])[] = [];
  for (const sites of drawn) scores.push(await level.decode(selectRows(sites, level.rows)));
  const order = random.stream(`shuffle/${level.name}`).permutation(level.rows.length);
  const shuffled = await level.decode(
    selectRows(
      drawn[0],
      order.map((image) => level.rows[image]),
    ),
  );
  const properties = Array.from(level.properties.keys());
  const draws = scores[0][0].length - 1;
  return {
    samples: scores.map((own) => own.map((values) => values[0])),
    resampled: Array.from({ length: draws }, (_, draw) =>
      properties.map(
        (property) => scores.reduce((sum, own) => sum + own[property][1 + draw], 0) / scores.length,
      ),
    ),
    shuffled: shuffled.map((values) => values[0]),
  };
}
