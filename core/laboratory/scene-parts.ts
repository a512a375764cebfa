import { Comparison } from '../contracts/comparison.ts';
import { Hypothesis } from '../contracts/hypothesis.ts';
import { Population } from '../contracts/population.ts';
import type { RandomStreams } from '../contracts/random.ts';
import { Readout } from '../contracts/readout.ts';
import { Reporter } from '../contracts/reporter.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type { SourcePlace } from '../errors/errors.ts';
import { withPlace } from '../errors/with-place.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { ProtocolOptions } from '../scene/schema.ts';
import type { Builder, Built } from './builder.ts';
import { foldsOf, type Task } from './classification.ts';
import { conditionsOf } from './conditions.ts';
import { type LaidOutProtocol, layOutProtocol } from './protocols.ts';

/** Everything that a scene names beside stimuli and backbones. */
export interface SceneParts {
  readonly protocols: readonly LaidOutProtocol[];
  readonly readout: Built<Readout>;
  readonly task: Task | undefined;
  readonly comparisons: readonly Built<Comparison>[];
  readonly hypotheses: readonly Built<Hypothesis>[];
  readonly reporters: readonly Built<Reporter>[];
  readonly populations: readonly Built<Population>[];
}

const defaultProtocols: readonly ProtocolOptions[] = [
  { id: 'k-fold', split: 'k-fold', folds: 10, correlate: 'within-folds' },
];

/** Builds all parts before anything is computed, so that mistakes show at once. Throws InputError, with its place. */
export async function buildParts(
  { options, document }: Scene,
  builder: Builder,
  presented: StimulusSet,
  random: RandomStreams,
): Promise<SceneParts> {
  const { performance } = options;
  const protocols = (options.protocols ?? defaultProtocols).map((protocol, index) =>
    layOutProtocol(protocol, presented.table, random, document.placeOf(['protocols', index])),
  );
  const comparisons = await buildAll(builder, Comparison, options.comparisons, 'comparisons');
  for (const [index, { part }] of comparisons.entries())
    checked(document.placeOf(['comparisons', index]), () => conditionsOf(presented.table, part.over));
  if (performance)
    checked(document.placeOf(['performance', 'label']), () => foldsOf(presented, performance, random));
  return {
    protocols,
    readout: await builder.build(Readout, options.readout, ['readout'], 'readout'),
    task: performance && {
      label: performance.label,
      folds: performance.folds,
      readout: await builder.build(Readout, performance.readout, ['performance', 'readout'], 'performance'),
    },
    comparisons,
    hypotheses: await buildAll(builder, Hypothesis, options.hypotheses, 'hypotheses'),
    reporters: await buildAll(builder, Reporter, options.reporters, 'reporters'),
    populations: await buildAll(builder, Population, options.populations, 'populations'),
  };
}

function checked(place: SourcePlace, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw withPlace(error, place);
  }
}

async function buildAll<Part>(
  builder: Builder,
  point: Parameters<typeof builder.build<Part>>[0],
  entries: readonly { readonly id: string; readonly plugin: string }[],
  section: string,
): Promise<Built<Part>[]> {
  const built: Built<Part>[] = [];
  for (const [index, entry] of entries.entries())
    built.push(await builder.build(point, entry, [section, index], entry.id));
  return built;
}
