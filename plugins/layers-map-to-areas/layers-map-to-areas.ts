import type { Evidence, ScenePlan, ScoreEvidence } from '../../core/contracts/evidence.ts';
import type { Finding } from '../../core/contracts/findings.ts';
import type { Hypothesis } from '../../core/contracts/hypothesis.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { evidenceWords, probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { verdictOf } from '../../core/hypotheses/verdict.ts';
import { listed } from '../../core/reporting/words.ts';
import { chooseBackbones, requireLayersAndRegions } from './choose-backbones.ts';
import { type DepthOrder, testOrder } from './depth-order.ts';
import { type DepthProfile, profilesOf } from './depth-profile.ts';
import { depthCurves, depthTable, layerMap } from './layer-figures.ts';
import type { Options } from './options.ts';

/**
 * Early layers explain early regions, late layers late ones (Yamins et al. 2014): the depth at which a region is
 * explained rises along `order`. Depth is the centre of mass of explained variance over a backbone's layers; the
 * statistic is its smallest step from one region to the next, so that it is above 0 only when the whole order holds.
 */
export class LayersMapToAreas implements Hypothesis {
  readonly prediction: string;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.prediction = `The layers that explain a region lie the deeper the later the region: ${options.order.join(' < ')}.`;
  }

  require(plan: ScenePlan): void {
    requireLayersAndRegions(plan, this.#options);
  }

  async test(evidence: Evidence, random: RandomStreams): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    for (const backbone of chooseBackbones(evidence, this.#options))
      for (const { identity, name, scores } of protocols(evidence.layers)) {
        const profiles = profilesOf(evidence, scores, backbone, this.#options.order);
        if (profiles.length < 2) continue;
        const wholes = protocols(evidence.backbones)
          .flatMap((own) => (own.identity === identity ? own.scores : []))
          .filter((score) => score.backbone === backbone);
        const subject = `${backbone} · ${name}`;
        const order = testOrder(profiles, random.scope(identity).stream(backbone));
        findings.push({
          ...this.#finding(subject, profiles, order),
          figures: [
            depthCurves(`Explained variance over depth: ${subject}`, profiles),
            layerMap(`Layers and regions: ${subject}`, backbone, evidence, scores),
          ],
          tables: [depthTable(profiles, order, wholes)],
        });
      }
    return findings;
  }

  #finding(subject: string, profiles: readonly DepthProfile[], order: DepthOrder): Finding {
    const obstacle = obstacleTo(profiles, order);
    const tested = {
      value: Number.isFinite(order.step) ? order.step : 0,
      interval: order.interval,
      n: new Set(profiles.flatMap(({ points }) => points.map(({ layer }) => layer))).size,
      sample: 'layers',
      verdict: verdictOf({ ...order, negligible: this.#options.negligible, obstacle }),
    };
    return {
      hypothesis: 'layers-map-to-areas',
      prediction: this.prediction,
      subject,
      summary: summary(tested, subject, profiles),
      statistic: 'smallest step in depth from one region to the next',
      ...tested,
      control: order.control,
      simulated: profiles.some(({ points }) => points.some(({ score }) => score.simulated)),
      explanation:
        obstacle ??
        `One-sided ${probabilityWords(order.p)} of the least certain step, from draws of stimuli and neuroids. Depth is the ` +
          'centre of mass of explained variance, 0 first layer … 1 last layer. The control is the mean smallest step when the ' +
          'layers change places.',
    };
  }
}

/** Scores by protocol and readout; the name tells the readout only where there are several. */
function protocols(scores: readonly ScoreEvidence[]) {
  const identityOf = ({ protocol, readout }: ScoreEvidence) => `${protocol} · ${readout}`;
  const severalReadouts = scores.some(({ readout }) => readout !== scores[0].readout);
  return [...new Set(scores.map(identityOf))].map((identity) => {
    const own = scores.filter((score) => identityOf(score) === identity);
    return { identity, name: severalReadouts ? identity : own[0].protocol, scores: own };
  });
}

function obstacleTo(profiles: readonly DepthProfile[], { depths, draws }: DepthOrder): string | undefined {
  const unexplained = profiles.filter((_, index) => !Number.isFinite(depths[index]));
  if (unexplained.length > 0)
    return `No layer explains anything of ${listed(unexplained.map(({ region }) => region))}, so it has no depth; 0 stands for the step.`;
  if (2 * draws.defined < draws.all || draws.defined === 0)
    return `The depths are defined in only ${draws.defined} of ${draws.all} resamples.`;
  return undefined;
}

function summary(
  tested: Pick<Finding, 'value' | 'interval' | 'n' | 'sample' | 'verdict'>,
  subject: string,
  profiles: readonly DepthProfile[],
): string {
  const order = profiles.map(({ region }) => region).join(' < ');
  const numbers = evidenceWords('smallest step', tested);
  return {
    supported: `In ${subject}, the layers that explain a region lie the deeper the later it is, ${order} (${numbers}).`,
    'not supported': `In ${subject}, the layers that explain the regions do not lie in the order ${order} (${numbers}).`,
    inconclusive: `Whether the layers of ${subject} that explain the regions lie in the order ${order} stays open (${numbers}).`,
  }[tested.verdict];
}
