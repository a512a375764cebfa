import { strings } from '../../core/assembly/table.ts';
import type { Evidence, ScenePlan } from '../../core/contracts/evidence.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import { conditionsOf } from './conditions.ts';
import { dietFinding } from './findings/diet-finding.ts';
import type { Result } from './findings/finding.ts';
import { lesionFinding } from './findings/lesion-finding.ts';
import { siteFinding } from './findings/site-finding.ts';
import { toleranceFinding } from './findings/tolerance-finding.ts';
import { untrainedFinding } from './findings/untrained-finding.ts';
import { measureNetwork, type Network, type Study } from './measures/measure-network.ts';
import { responsesOf, splitForMapping } from './measures/sites.ts';
import { classesOf } from './measures/unit-selectivity.ts';
import type { Options } from './options.ts';
import { layerOf, requireStudy } from './requirements.ts';

/**
 * Whether a category-selective region needs its category in the diet: units selective for the category in networks that were
 * trained with it, trained without it, and not trained; whether those of the deprived networks keep their selectivity in other
 * views, predict selective sites, and matter for recognising the category.
 */
export class CategorySelectiveRegion implements Hypothesis {
  readonly prediction: string;
  readonly #options: Options;
  readonly #algebra: LinearAlgebra;

  constructor(options: Options, algebra: LinearAlgebra) {
    this.#options = options;
    this.#algebra = algebra;
    const { category } = options;
    this.prediction = `A region that is selective for ${category} needs ${category} in its diet: networks trained without them have fewer selective units.`;
  }

  require(plan: ScenePlan): void {
    requireStudy(plan, this.#options);
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const study = await this.#study(evidence, random);
    const conditions = conditionsOf(evidence.plan, evidence.models, this.#options.category);
    const results: Result[] = [];
    for (const { name, diet, backbones } of conditions) {
      const networks: Network[] = [];
      for (const backbone of backbones)
        networks.push(
          await evidence.remember(
            {
              what: { network: backbone.id },
              backbones: [backbone.id],
              sets: [this.#options.localizer, study.independent.id],
              populations: evidence.plan.populations.map(({ id }) => id),
            },
            () => measureNetwork(backbone, study, random, this.#algebra),
          ),
        );
      results.push({ name, diet, networks });
    }
    const of = (diet: string) => results.filter((result) => result.diet === diet);
    const [complete] = of('complete');
    const [untrained] = of('untrained');
    const simulated = evidence.plan.populations.some(({ simulated: own }) => own);
    return of('deprived').flatMap((deprived) => [
      dietFinding(study, results, { complete, deprived }, this.prediction),
      untrainedFinding(study, { deprived, untrained }),
      toleranceFinding(study, results, deprived),
      lesionFinding(study, results, deprived),
      siteFinding(study, results, deprived, simulated),
    ]);
  }

  async #study(evidence: Evidence, random: RandomStreams): Promise<Study> {
    const options = this.#options;
    const independent = setOf(evidence, options.independent ?? evidence.plan.presented);
    const classes = classesIn(independent);
    return {
      options,
      layer: layerOf(evidence.plan, options),
      localizer: classesIn(setOf(evidence, options.localizer)),
      independent: { id: independent.id, table: independent.table, classes },
      mapping: splitForMapping(classes, options, random.stream('mapping')),
      responses: responsesOf(await evidence.responses(independent.id), options.region),
    };
  }
}

function setOf({ sets }: Evidence, id: string): StimulusSet {
  const set = sets.get(id);
  if (!set) throw new RangeError(`no stimulus set ${id}`);
  return set;
}

function classesIn({ table }: StimulusSet) {
  return classesOf(strings(table, 'category_name'));
}
