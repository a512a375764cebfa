import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../../core/assembly/table.ts';
import type { Work } from '../../../core/contracts/logging.ts';
import type { Task } from '../../../core/laboratory/classification.ts';
import { costWords, type Job, planWork, workload } from '../../../core/laboratory/cost.ts';
import { openRates } from '../../../core/laboratory/rates.ts';
import type { SceneParts } from '../../../core/laboratory/scene-parts.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { memoryStore } from '../../support/memory-store.ts';

const silent = { step: () => ({ advance: () => undefined, finish: () => undefined }) };
const cnn: Work = { kind: 'training', plugin: 'cnn' };
let folder: string;
let seconds: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neuroid-rates-'));
  seconds = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => openRates({ ...memoryStore, folder }, silent, () => seconds);

async function runOf(work: Work, steps: readonly number[]): Promise<void> {
  const rates = await open();
  const step = rates.progress.step('', 0, '', work);
  for (const duration of steps) {
    seconds += duration;
    step.advance(10);
  }
  await rates.save();
}

describe('rates', () => {
  test('are a guess at first, then what earlier runs took, recent ones counting more', async () => {
    expect((await open()).secondsOf(cnn)).toBeCloseTo(1 / 250, 12);
    await runOf(cnn, [2, 4]);
    expect((await open()).secondsOf(cnn)).toBeCloseTo(6 / 20, 12);
    await runOf(cnn, [1, 1]);
    expect((await open()).secondsOf(cnn)).toBeCloseTo((2 + 3) / (20 + 10), 12);
  });

  test('of work that was never done are those of its kind', async () => {
    await runOf(cnn, [5]);
    const rates = await open();
    expect(rates.secondsOf({ kind: 'training', plugin: 'other' })).toBeCloseTo(0.5, 12);
    expect(rates.secondsOf({ kind: 'fitting', plugin: 'pls' })).toBeCloseTo(1 / 4, 12);
  });

  test('time belongs to the step that went forward, not to the one that waits for it', async () => {
    const rates = await open();
    const fitted: Work = { kind: 'fitting', plugin: 'pls' };
    const shown: Work = { kind: 'showing', plugin: 'cnn' };
    const fitting = rates.progress.step('', 0, '', fitted);
    const showing = rates.progress.step('', 0, '', shown);
    seconds += 7;
    showing.advance(1);
    seconds += 1;
    fitting.advance(1);
    await rates.save();
    const later = await open();
    expect([later.secondsOf(shown), later.secondsOf(fitted)]).toEqual([7, 1]);
  });

  test('hard work counts as much more as it is harder', async () => {
    const rates = await open();
    const hard: Work = { kind: 'fitting', plugin: 'pls', effort: 8 };
    seconds += 24;
    rates.learn(hard, 2);
    await rates.save();
    const later = await open();
    expect([later.secondsOf(hard), later.secondsOf({ ...hard, effort: 1 })]).toEqual([12, 1.5]);
  });

  test('a damaged file is forgotten', async () => {
    await writeFile(join(folder, 'rates.json'), '{"training": "fast"}');
    expect((await open()).secondsOf(cnn)).toBeCloseTo(1 / 250, 12);
    await runOf(cnn, [5]);
    expect(JSON.parse(await readFile(join(folder, 'rates.json'), 'utf8'))).toHaveProperty('training/cnn');
  });
});

/** Two checkpoints of one training, of which half is in the store. */
function halfTrained(shown: readonly boolean[]): Parameters<typeof planWork>[0] {
  const training = { stimuli: 100, of: 'net' };
  const backbones = shown.map(() => ({
    training,
    built: { plugin: { id: 'cnn' } },
    trained: async () => 0.5,
  }));
  const train = { on: 'screening', validation: 0.1, epochs: 10 };
  return {
    scene: { backbones: shown.map(() => ({ options: { train } })) },
    stimuli: [],
    presented: {
      id: 'test',
      table: table({ category_name: Array.from({ length: 60 }, (_, row) => `category-${row % 2}`) }),
    },
    resampling: { key: 'none' },
    backbones,
    features: shown.map((stored, index) => [{ key: `layer-${index}`, stored: async () => stored }]),
    parts: { populations: [], protocols: [], hypotheses: [], readout: { plugin: { id: 'ridge' } } },
    random: createRandomStreams('cost'),
    store: memoryStore,
  } as unknown as Parameters<typeof planWork>[0];
}

describe('the cost of a run', () => {
  test('counts a training once, less what is in the store, and nothing where nothing need be shown', async () => {
    const training = async (shown: readonly boolean[]) =>
      (await planWork(halfTrained(shown))).filter(({ work }) => work.kind === 'training');
    expect(await training([true, false])).toEqual([{ work: cnn, all: 900, left: 450 }]);
    expect(await training([false, true])).toEqual([{ work: cnn, all: 900, left: 450 }]);
    expect(await training([true, true])).toEqual([{ work: cnn, all: 900, left: 0 }]);
  });

  test('counts fits of the task, its control with it, and hypotheses unless there is nothing else to do', async () => {
    const asked = halfTrained([true, true]);
    const built = { plugin: { id: 'ridge' }, key: 'ridge' };
    const parts = { ...asked.parts, hypotheses: [{ plugin: { id: 'claim' } }] } as unknown as SceneParts;
    const task = { label: 'category_name', folds: 3, readout: built } as unknown as Task;
    const left = async (own: SceneParts) =>
      (await planWork({ ...asked, parts: own })).flatMap(({ work: { kind }, left }) =>
        kind === 'fitting' || kind === 'testing' ? [left] : [],
      );
    expect(await left({ ...parts, task })).toEqual([2 * 2 * 3, 1]);
    expect(await left(parts)).toEqual([0, 0]);
  });

  const jobs: readonly Job[] = [
    { work: { kind: 'drawing', plugin: 'rendered-objects' }, all: 900, left: 600 },
    { work: cnn, all: 5000, left: 5000 },
    { work: cnn, all: 5000, left: 0 },
    { work: { kind: 'showing', plugin: 'cnn' }, all: 900, left: 900 },
    { work: { kind: 'showing', plugin: 'pixels' }, all: 900, left: 0 },
    { work: { kind: 'fitting', plugin: 'pls' }, all: 80, left: 40 },
  ];

  test('says what is left and how long it takes', async () => {
    const rates = { ...(await open()), secondsOf: ({ kind }: Work) => (kind === 'training' ? 0.06 : 0) };
    expect(costWords(jobs, rates)).toBe(
      'To do: draw 600 pictures, train 1 network on 5,000 pictures, show 900 pictures to 1 backbone and fit 40 readouts; ' +
        'about 5 minutes on this machine.',
    );
    expect(
      costWords(
        jobs.map((job) => ({ ...job, left: 0 })),
        rates,
      ),
    ).toBe('Everything is in the store.');
  });

  test('is the same in results, whatever the store holds', () => {
    expect(workload(jobs)).toEqual({
      picturesDrawn: 900,
      trainings: 2,
      picturesLearnt: 10_000,
      picturesShown: 1800,
      fits: 80,
    });
  });
});
