import type { Evidence, ScenePlan } from '../../core/contracts/evidence.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { InputError } from '../../core/errors/errors.ts';
import { lacking, requireRegions } from '../../core/hypotheses/requirements.ts';
import { listed } from '../../core/reporting/words.ts';
import { median } from '../../core/statistics/summaries.ts';
import { findingsOf } from './findings.ts';
import { type Hierarchy, hierarchiesOf, type Rung, requireHierarchies } from './hierarchies.ts';
import { type Level, layOutLevel } from './level.ts';
import type { Options } from './options.ts';
import { levelsOf, propertiesOf, requiredColumns } from './properties.ts';
import { type RungScores, type Sampling, scoreRung } from './rung-scores.ts';

const name = 'orthogonal-properties';

/**
 * Hong et al. (2016): what is orthogonal to the category (position, size, pose, shape of the silhouette) becomes more explicit
 * along the hierarchy, and the more so the more the images vary.
 */
export class OrthogonalProperties implements Hypothesis {
  readonly prediction =
    'Category, position, size, pose and silhouette are read out better the later the region or layer, above all where ' +
    'images vary much.';
  readonly #options: Options;
  readonly #algebra: LinearAlgebra;

  constructor(options: Options, algebra: LinearAlgebra) {
    this.#options = options;
    this.#algebra = algebra;
  }

  require(plan: ScenePlan): void {
    const id = this.#options.set ?? plan.presented;
    const table = plan.tables.get(id);
    if (!table) lacking(name, `the stimulus set "${id}"`, listed([...plan.tables.keys()]), 'it to stimuli');
    const missing = requiredColumns.filter((column) => !table.columns[column]);
    if (missing.length > 0)
      lacking(
        name,
        'the true properties of the objects shown',
        `a stimulus set "${id}" without ${listed(missing)}`,
        'a set of rendered-objects, and name it as set',
      );
    const few = levelsOf(table).find(({ rows }) => rows.length < 2 * this.#options.folds);
    if (few)
      lacking(
        name,
        `${2 * this.#options.folds} images at every variation level`,
        `${few.rows.length} at ${few.name}`,
        `images to ${few.name} of "${id}"`,
      );
    requireRegions(name, plan, this.#options.order);
    requireHierarchies(name, plan.backbones, this.#options);
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const id = this.#options.set ?? evidence.plan.presented;
    const set = evidence.sets.get(id);
    if (!set) throw new RangeError(`no stimulus set ${id}`);
    const properties = await propertiesOf(set, this.#options);
    const levels = levelsOf(set.table).map((level) =>
      layOutLevel(level, properties, this.#options, random, this.#algebra),
    );
    const hierarchies = await hierarchiesOf(evidence, this.#options);
    const rungs = new Map(
      hierarchies.flatMap(({ rungs: own, untrained = [] }) =>
        [...own, ...untrained].map((rung) => [rung.id, rung]),
      ),
    );
    const sampling = await this.#sampling(hierarchies, [...rungs.values()]);
    const scores = new Map<string, RungScores>();
    for (const rung of rungs.values())
      scores.set(rung.id, await this.#scores(rung, levels, sampling, evidence, id, random));
    return hierarchies.flatMap((hierarchy) =>
      findingsOf(
        { hierarchy, levels, scores, sampling, prediction: this.prediction, options: this.#options },
        random,
      ),
    );
  }

  /** The same number of sites everywhere, and the reliability to which noise brings them where it is matched. */
  async #sampling(hierarchies: readonly Hierarchy[], rungs: readonly Rung[]): Promise<Sampling> {
    const { sites: asked, samples, noise } = this.#options;
    const smallest = rungs.reduce((least, rung) => (rung.units < least.units ? rung : least));
    const sites = asked ?? Math.floor(smallest.units / 2);
    if (smallest.units < Math.max(2, sites))
      throw new InputError(
        `hypothesis ${name} reads out ${Math.max(2, sites)} sites, but ${smallest.id} has ${smallest.units}; ask for fewer sites.`,
      );
    if (noise === 'as-recorded') return { sites, samples };
    const medians: number[] = [];
    for (const rung of hierarchies.flatMap((own) => (own.of === 'regions' ? own.rungs : []))) {
      const { reliabilities = [] } = await rung.read();
      if (reliabilities.some((value) => value === null))
        throw new InputError(
          `hypothesis ${name} cannot match noise: the reliability of ${rung.name} is not known, as its stimuli were shown ` +
            'once; set noise to as-recorded, or give the population repetitions.',
        );
      medians.push(median(reliabilities.map(Number)));
    }
    const reliability = Math.min(1, ...medians);
    if (!(reliability > 0))
      throw new InputError(
        `hypothesis ${name} cannot match noise to a region whose median reliability is ${reliability.toFixed(2)}; set noise to ` +
          'as-recorded.',
      );
    return { sites, samples, reliability };
  }

  #scores(
    rung: Rung,
    levels: readonly Level[],
    sampling: Sampling,
    evidence: Evidence,
    set: string,
    random: RandomStreams,
  ): Promise<RungScores> {
    return evidence.remember(
      {
        what: { rung: rung.id, ...sampling },
        sets: [set],
        backbones: rung.backbone ? [rung.backbone] : [],
        populations: rung.populations,
      },
      () => scoreRung(rung, levels, sampling, random),
    );
  }
}
