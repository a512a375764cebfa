import type { Finding } from '../../core/contracts/findings.ts';
import type { RandomStreams } from '../../core/contracts/random.ts';
import { evidenceWords, probabilityWords } from '../../core/hypotheses/evidence-words.ts';
import { significance, verdictOf } from '../../core/hypotheses/verdict.ts';
import { decimal, listed, whole } from '../../core/reporting/words.ts';
import { figuresOf } from './figures.ts';
import type { Hierarchy, Rung } from './hierarchies.ts';
import type { Level } from './level.ts';
import type { Options } from './options.ts';
import { averaged, type Profile, profileOf } from './profile.ts';
import { category } from './properties.ts';
import { type PropertyRise, risesOf, risesTable } from './property-rises.ts';
import { everyStep, type RiseMeasure, testContrast, testRise, trend } from './rise.ts';
import type { RungScores, Sampling } from './rung-scores.ts';

interface Scored {
  readonly hierarchy: Hierarchy;
  readonly levels: readonly Level[];
  /** By the id of the rung. */
  readonly scores: ReadonlyMap<string, RungScores>;
  readonly sampling: Sampling;
  readonly prediction: string;
  readonly options: Options;
}

/** Does the hierarchy rise at the highest level, and more than at the lowest one? */
export function findingsOf(scored: Scored, random: RandomStreams): readonly Finding[] {
  const { hierarchy, levels } = scored;
  const measure = hierarchy.of === 'regions' ? everyStep : trend;
  const profiles = profilesOf(hierarchy.rungs, scored, random);
  const untrained = hierarchy.untrained && profilesOf(hierarchy.untrained, scored, random);
  const rises = risesOf(profiles, measure);
  const [lowest, highest] = [profiles[0], profiles[profiles.length - 1]];
  const shared = highest.properties.filter((property) => lowest.properties.includes(property));
  return [
    riseFinding(scored, measure, { profiles, untrained, rises, level: levels[levels.length - 1] }),
    ...(levels.length > 1 && shared.length > 0 && hierarchy.of !== 'checkpoints'
      ? [contrastFinding(scored, highest, lowest, shared)]
      : []),
  ];
}

function profilesOf(
  rungs: readonly Rung[],
  { levels, scores }: Scored,
  random: RandomStreams,
): readonly Profile[] {
  const own = rungs.flatMap(({ id }) => scores.get(id) ?? []);
  return levels.map(({ name, properties }) =>
    profileOf(name, properties, rungs, own, random.scope(`draws/${name}`)),
  );
}

function riseFinding(
  scored: Scored,
  measure: RiseMeasure,
  found: {
    readonly profiles: readonly Profile[];
    readonly untrained: readonly Profile[] | undefined;
    readonly rises: readonly PropertyRise[];
    readonly level: Level;
  },
): Finding {
  const { hierarchy, prediction, options } = scored;
  const { profiles, untrained, rises, level } = found;
  const profile = profiles[profiles.length - 1];
  /** Of a training for categories, only what it was not trained for is counted. */
  const counted = profile.properties.filter((own) => hierarchy.of !== 'checkpoints' || own !== category);
  const mean = averaged(profile, counted);
  const rise = testRise(measure, mean.values, mean.draws);
  const own = rises.filter((one) => one.profile === profile && counted.includes(one.property));
  const rising = own.filter(({ adjusted, rise: { value } }) => adjusted <= significance && value > 0);
  const verdict = verdictOf({ ...rise, negligible: options.negligible });
  const numbers = { value: rise.value, interval: rise.interval, n: level.rows.length, sample: 'images' };
  const path = listed(hierarchy.rungs.map((rung, place) => `${rung.name} ${decimal(mean.values[place])}`));
  return {
    hypothesis: 'orthogonal-properties',
    prediction,
    subject: `${hierarchy.name} · ${level.name}`,
    summary:
      `At ${level.name}, what is read out of ${hierarchy.name === 'regions' ? 'the regions' : hierarchy.name}, mean over ` +
      `${counted.length} properties, ${riseWords[verdict]}: ${evidenceWords(measure.statistic, numbers)}; ` +
      `${rising.length} of ${counted.length} properties rise by themselves (Holm, ${significance}).`,
    statistic: `${measure.statistic}, mean over properties`,
    ...numbers,
    control: Math.min(...measure.effects(mean.shuffled)),
    verdict,
    simulated: hierarchy.simulated,
    explanation:
      `Mean over properties: ${path}; ${probabilityWords(rise.p)} (one-sided). ${decoderWords(scored)} Control: the ` +
      `same with the images shuffled.${untrainedWords(untrained, measure, counted)}`,
    figures: figuresOf(hierarchy, profiles, untrained, level.rows.length),
    tables: [risesTable(hierarchy, rises)],
  };
}

const riseWords: Record<Finding['verdict'], string> = {
  supported: 'rises',
  'not supported': 'does not rise',
  inconclusive: 'may or may not rise',
};

function contrastFinding(
  { hierarchy, prediction, options, levels }: Scored,
  highest: Profile,
  lowest: Profile,
  shared: readonly string[],
): Finding {
  const [high, low] = [averaged(highest, shared), averaged(lowest, shared)];
  const contrast = testContrast(
    [high.values, low.values],
    high.draws.map((scores, draw) => [scores, low.draws[draw]]),
  );
  const verdict = verdictOf({ ...contrast, negligible: options.negligible });
  const images = (profile: Profile) => levels.find(({ name }) => name === profile.level)?.rows.length ?? 0;
  const numbers = { ...contrast, n: images(highest) + images(lowest), sample: 'images' };
  const rise = ({ values }: { readonly values: readonly number[] }) =>
    decimal(values[values.length - 1] - values[0]);
  const stronger = {
    supported: 'is larger',
    'not supported': 'is not larger',
    inconclusive: 'may or may not be larger',
  };
  return {
    hypothesis: 'orthogonal-properties',
    prediction,
    subject: `${hierarchy.name} · ${highest.level} against ${lowest.level}`,
    summary:
      `The rise from ${hierarchy.rungs[0].name} to ${hierarchy.rungs[hierarchy.rungs.length - 1].name} ${stronger[verdict]} at ` +
      `${highest.level} than at ${lowest.level}: ${evidenceWords('difference', numbers)}.`,
    statistic: 'difference of the rises from first to last, mean over properties',
    value: contrast.value,
    interval: contrast.interval,
    n: numbers.n,
    sample: numbers.sample,
    control: testContrast([high.shuffled, low.shuffled], []).value,
    verdict,
    simulated: hierarchy.simulated,
    explanation:
      `Over the ${shared.length} properties that vary at both levels (${listed(shared)}), scores rise by ${rise(high)} at ` +
      `${highest.level} and by ${rise(low)} at ${lowest.level}; ${probabilityWords(contrast.p)} (one-sided). Control: the ` +
      'same with the images shuffled.',
  };
}

function decoderWords({ sampling: { sites, samples, reliability }, options }: Scored): string {
  const noise =
    reliability === undefined
      ? 'regions with the noise of their mean responses, units without'
      : `all with noise to a reliability of ${decimal(reliability)} at most`;
  return (
    `Every decoder reads ${whole(sites)} sites or units at random (mean of ${samples} samples), ${noise}: ridge regression ` +
    `(Pearson r) and ridge classifiers (balanced accuracy above chance over what is above chance), each image held out once ` +
    `in ${options.folds} folds within its variation level; rotations as ${options.rotations.replaceAll('-', ' ')}, the axis' ` +
    'angle as sine and cosine of its double.'
  );
}

function untrainedWords(
  untrained: readonly Profile[] | undefined,
  measure: RiseMeasure,
  counted: readonly string[],
): string {
  if (!untrained) return '';
  const { values } = averaged(untrained[untrained.length - 1], counted);
  return ` In an untrained network the rise is ${decimal(Math.min(...measure.effects(values)))}.`;
}
