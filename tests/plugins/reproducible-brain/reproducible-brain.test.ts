import type { Evidence, RegionResponses } from '../../../core/contracts/evidence.ts';
import { FindingSchema } from '../../../core/contracts/findings.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { optionsSchema } from '../../../plugins/reproducible-brain/options.ts';
import { ReproducibleBrain } from '../../../plugins/reproducible-brain/reproducible-brain.ts';
import { farOff } from '../../measurements/calibration/calibrate.ts';
import calibration, { simulateRegion } from '../../measurements/calibration/hypotheses/reproducible-brain.ts';
import { constructEvidence } from '../../support/evidence.ts';

const hypothesis = new ReproducibleBrain(optionsSchema.parse({}));
const scores = constructEvidence([
  { id: 'cnn', family: 'cnn', accuracy: 0.8, profiles: { IT: [0.1, 0.3, 0.5] } },
]);
const sound = simulateRegion({ signal: 0.6, sharedNoise: 0.3, ownNoise: 0.95 }, createRandomStreams('sound'));

async function findingOf(region: RegionResponses, given: Partial<Evidence> = {}) {
  const responses = async () => [region];
  const evidence = { ...scores, responses, responsesAnew: responses, ...given };
  return (await hypothesis.test(evidence, createRandomStreams('test')))[0];
}

const failedChecks = ({ tables = [] }: Awaited<ReturnType<typeof findingOf>>) =>
  tables[0].rows.filter((row) => row[3] === 'no').map(([name]) => String(name));

describe('reproducible-brain', () => {
  test('a sound region passes every check, each of them named', async () => {
    const finding = await findingOf(sound);
    expect(failedChecks(finding)).toEqual([]);
    expect(finding).toMatchObject({ verdict: 'supported', n: 16, subject: 'IT', simulated: true });
    expect(finding.summary).toMatch(/^IT passes all 7 checks \(median reliability = 0\.7/);
    expect(FindingSchema.safeParse(finding).success).toBe(true);
  });

  test('noise without signal does not repeat itself', async () => {
    const noise = simulateRegion(
      { signal: 0, sharedNoise: 0.8, ownNoise: 0.6 },
      createRandomStreams('noise'),
    );
    const finding = await findingOf({ ...noise, truth: undefined });
    expect(finding.verdict).not.toBe('supported');
    expect(failedChecks(finding)).toEqual(['split-half ceiling']);
  });

  test('a truth that is not that of the responses is found out', async () => {
    const { truth } = simulateRegion(
      { signal: 0.6, sharedNoise: 0, ownNoise: 1 },
      createRandomStreams('other'),
    );
    const finding = await findingOf({ ...sound, truth });
    expect(finding.verdict).toBe('not supported');
    expect(failedChecks(finding)).toEqual(['truth reliability', 'score of the truth']);
  });

  test('responses that differ in one number when computed again are found out', async () => {
    const data = sound.means.data.with(17, sound.means.data[17] + 1e-12);
    const finding = await findingOf(sound, {
      responsesAnew: async () => [{ ...sound, means: { ...sound.means, data } }],
    });
    expect(finding.verdict).toBe('not supported');
    expect(failedChecks(finding)).toEqual(['digest, same seed']);
  });

  test('fits to shuffled responses that predict, and scores above the ceiling, are found out', async () => {
    const layers = scores.layers.map((score) => ({
      ...score,
      control: 0.3,
      interval: { low: 1.1, high: 1.3, level: 0.95 },
    }));
    const finding = await findingOf(sound, { layers });
    expect(failedChecks(finding)).toEqual(['fits to shuffled responses', 'scores above the ceiling']);
  });

  test('stimuli shown once leave the question open', async () => {
    const finding = await findingOf({ ...sound, halves: undefined });
    expect(finding).toMatchObject({ verdict: 'inconclusive', value: 0 });
    expect(FindingSchema.safeParse(finding).success).toBe(true);
  });

  test('refuses a scene without neuroids', () => {
    expect(() => hypothesis.require(scores.plan)).not.toThrow();
    expect(() => hypothesis.require({ ...scores.plan, populations: [] })).toThrow(
      /needs neuroids, .*add one to populations/,
    );
  });

  test('is calibrated', async () => {
    expect(await farOff(calibration, { repeats: 15 })).toEqual([]);
  });
});
