import type { ScenePlan } from '../../core/contracts/evidence.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Evidence, Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import type { Readout } from '../../core/contracts/readout.ts';
import { listed } from '../../core/reporting/words.ts';
import { conditionsOf, controlsOf } from './conditions.ts';
import { findingOf } from './finding.ts';
import { measure } from './measure.ts';
import type { Measured } from './measured.ts';
import type { Options } from './options.ts';
import { requireDesign } from './requirements.ts';

interface Services {
  readonly readout: Readout;
  readonly algebra: LinearAlgebra;
}

/**
 * A network fitted directly to V1 generalises; fitted to later regions it predicts new categories less well than the
 * same network trained on a task, of which only a linear readout sees the neuroids (Yamins et al. 2014).
 */
export class DirectFitOverfits implements Hypothesis {
  readonly prediction: string;
  readonly #options: Options;
  readonly #services: Services;

  constructor(options: Options, services: Services) {
    this.#options = options;
    this.#services = services;
    this.prediction =
      `On new categories, a network fitted directly to ${listed(options.fittable)} explains no less, and one fitted to any ` +
      'other region explains less, than a network trained on a task and read out linearly.';
  }

  require(plan: ScenePlan): void {
    requireDesign(plan, this.#options);
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const controls = controlsOf(evidence.plan, this.#options);
    const measured: Measured[] = [];
    for (const condition of conditionsOf(evidence.plan, this.#options)) {
      const { population, region, networks, training } = condition;
      const plans = [...networks, ...controls.taskTrained, ...controls.untrained];
      const workplace = { evidence, options: this.#options, ...this.#services, random };
      measured.push(
        await evidence.remember(
          {
            what: { region, training, random: random.name },
            backbones: plans.map(({ id }) => id),
            sets: [this.#options.pictures],
            populations: [population],
          },
          () => measure(condition, controls, workplace),
        ),
      );
    }
    const placeOf = ({ population, region }: Measured) => `${population}/${region}`;
    return [...new Set(measured.map(placeOf))].map((place) =>
      findingOf(
        measured.filter((own) => placeOf(own) === place),
        this.#options,
      ),
    );
  }
}
