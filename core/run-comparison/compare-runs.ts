import type { Finding } from '../contracts/findings.ts';
import type { Interval } from '../contracts/interval.ts';
import { type OptionValue, optionPaths } from '../reporting/option-paths.ts';
import { type Change, changes, paired } from './changes.ts';
import type { Run } from './read-run.ts';

export interface Measured {
  readonly value: number;
  readonly interval: Interval;
}

/** One quantity in both runs. */
export interface ValueChange {
  /** For instance `cnn, conv3: IT, leave-object-out`. */
  readonly name: string;
  readonly before: Measured;
  readonly after: Measured;
  /** after - before */
  readonly difference: number;
  /** false: more than the intervals allow for. */
  readonly intervalsOverlap: boolean;
}

export interface ValueChanges {
  /** Quantities that both runs have. */
  readonly compared: number;
  /** Those whose value differs, the largest difference first. */
  readonly changed: readonly ValueChange[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

export interface VerdictChange {
  readonly name: string;
  readonly before: Finding['verdict'] | undefined;
  readonly after: Finding['verdict'] | undefined;
}

/** What changed from one run to the next. */
export interface RunComparison {
  readonly options: readonly Change<OptionValue>[];
  /** Neuroid, its plugins, engines, Node, system. */
  readonly versions: readonly Change<OptionValue>[];
  /** Number of stimuli, and the key of their content. */
  readonly stimuli: readonly Change<OptionValue>[];
  /** Ceiled, raw r where one of the runs has no ceiling. */
  readonly scores: ValueChanges;
  readonly performance: ValueChanges;
  readonly statistics: ValueChanges;
  readonly verdicts: readonly VerdictChange[];
  readonly warnings: { readonly gone: readonly string[]; readonly added: readonly string[] };
}

/** Compares two runs part by part; scores are paired by backbone, layer, population, region and protocol. */
export function compareRuns(before: Run, after: Run): RunComparison {
  return {
    options: changes(optionsOf(before), optionsOf(after)),
    versions: changes(versionsOf(before), versionsOf(after)),
    stimuli: changes(stimuliOf(before), stimuliOf(after)),
    scores: scoreChanges(before, after),
    performance: valueChanges(
      before.performance,
      after.performance,
      ({ backbone, layer, task }) => `${backbone}, ${layer}: ${task}`,
      ({ accuracy, interval }) => ({ value: accuracy, interval }),
    ),
    statistics: valueChanges(before.findings, after.findings, statisticName, ({ value, interval }) => ({
      value,
      interval,
    })),
    verdicts: verdictChanges(before, after),
    warnings: {
      gone: before.warnings.filter((warning) => !after.warnings.includes(warning)),
      added: after.warnings.filter((warning) => !before.warnings.includes(warning)),
    },
  };
}

/** The seed belongs to the options, versions of plugins do not. */
function optionsOf({ scene, seed, options }: Run): ReadonlyMap<string, OptionValue> {
  const own = [...optionPaths(options)].filter(([path]) => !isVersion(path));
  return new Map<string, OptionValue>([['scene', scene], ['seed', seed], ...own]);
}

function versionsOf({ neuroid, engines, versions, options }: Run): ReadonlyMap<string, OptionValue> {
  return new Map<string, OptionValue>([
    ['neuroid', neuroid],
    ...Object.entries(versions),
    ...Object.entries(engines).map(([name, { plugin, identity }]): [string, OptionValue] => [
      name,
      `${plugin}, ${identity}`,
    ]),
    ...[...optionPaths(options)].filter(([path]) => isVersion(path)),
  ]);
}

function isVersion(path: string): boolean {
  return path.endsWith('.version');
}

function stimuliOf({ stimuli }: Run): ReadonlyMap<string, OptionValue> {
  return new Map<string, OptionValue>(
    stimuli.flatMap(({ id, count, key }): [string, OptionValue][] => [
      [`${id}.count`, count],
      [`${id}.key`, key],
    ]),
  );
}

function scoreChanges(before: Run, after: Run): ValueChanges {
  const ceiled = [...before.scores, ...after.scores].every((score) => score.ceiled !== null);
  return valueChanges(
    before.scores,
    after.scores,
    ({ backbone, layer, population, region, protocol }) =>
      `${backbone}, ${layer ?? 'layer chosen'}: ${population === region ? region : `${region} (${population})`}, ${protocol}`,
    (score) =>
      ceiled && score.ceiled !== null && score.interval
        ? { value: score.ceiled, interval: score.interval }
        : { value: score.raw, interval: score.rawInterval },
  );
}

function statisticName({ hypothesis, subject, statistic }: Run['findings'][number]): string {
  return `${hypothesis}, ${subject}: ${statistic}`;
}

function valueChanges<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
  measured: (item: Item) => Measured,
): ValueChanges {
  const { both, onlyBefore, onlyAfter } = paired(before, after, nameOf);
  const all = both.map((pair) =>
    valueChange(nameOf(pair.before), measured(pair.before), measured(pair.after)),
  );
  return {
    compared: all.length,
    changed: all
      .filter(({ difference }) => difference !== 0)
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
    onlyBefore: onlyBefore.map(nameOf),
    onlyAfter: onlyAfter.map(nameOf),
  };
}

function valueChange(name: string, before: Measured, after: Measured): ValueChange {
  return {
    name,
    before,
    after,
    difference: after.value - before.value,
    intervalsOverlap:
      before.interval.low <= after.interval.high && after.interval.low <= before.interval.high,
  };
}

function verdictChanges(before: Run, after: Run): readonly VerdictChange[] {
  const verdictsOf = ({ findings }: Run) =>
    new Map(findings.map(({ hypothesis, subject, verdict }) => [`${hypothesis}, ${subject}`, verdict]));
  return changes(verdictsOf(before), verdictsOf(after));
}
