import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Progress, Work, WorkKind } from '../contracts/logging.ts';
import { writeFileAtomically } from '../store/atomic.ts';
import type { Store } from '../store/store.ts';

/** How long work takes on this machine, learnt from earlier runs that used the same store. */
export interface Rates {
  /** Seconds per picture, fit or hypothesis: of the plugin where it is known, else of the kind of work. */
  secondsOf(work: Work): number;
  /** The progress of which they learn: time since the last step forward belongs to the one that comes next. */
  readonly progress: Progress;
  /** Takes the time since the last step forward for that of so many items. */
  learn(work: Work, items: number): void;
  /** Keeps what was learnt for later runs. */
  save(): Promise<void>;
}

/** For a machine that knows nothing yet: pictures of 64 pixels on two cores, and a thousand of them to fit or test. */
const firstGuess: Readonly<Record<WorkKind, number>> = {
  drawing: 1 / 120,
  training: 1 / 250,
  showing: 1 / 300,
  responding: 1 / 300,
  fitting: 1 / 4,
  testing: 20,
};

const TallySchema = z.record(z.string(), z.object({ amount: z.number(), seconds: z.number() }));
type Tally = z.infer<typeof TallySchema>;

/** @param now seconds of a clock that never goes back. */
export async function openRates(
  { folder }: Store,
  progress: Progress,
  now: () => number = () => performance.now() / 1000,
): Promise<Rates> {
  const file = join(folder, 'rates.json');
  const before = await readTally(file);
  const learnt: Tally = {};
  let last = now();

  function learn(work: Work, items: number): void {
    const moment = now();
    for (const name of namesOf(work)) {
      const { amount, seconds } = learnt[name] ?? { amount: 0, seconds: 0 };
      learnt[name] = { amount: amount + items * (work.effort ?? 1), seconds: seconds + moment - last };
    }
    last = moment;
  }

  return {
    secondsOf: (work) => {
      const known = namesOf(work).find((name) => before[name]);
      const seconds =
        known === undefined ? firstGuess[work.kind] : before[known].seconds / before[known].amount;
      return seconds * (work.effort ?? 1);
    },
    progress: {
      step: (name, total, unit, work) => {
        const step = progress.step(name, total, unit, work);
        last = now();
        return {
          advance: (by, note) => {
            step.advance(by, note);
            if (work && by > 0) learn(work, by);
          },
          finish: () => step.finish(),
        };
      },
    },
    learn,
    save: () => writeFileAtomically(file, `${JSON.stringify(blend(before, learnt), null, 1)}\n`),
  };
}

/** From the special to the general. */
function namesOf({ kind, plugin }: Work): string[] {
  return [`${kind}/${plugin}`, kind];
}

/** What was learnt long ago counts half as much with every run. */
function blend(before: Tally, learnt: Tally): Tally {
  const names = [...new Set([...Object.keys(before), ...Object.keys(learnt)])].toSorted();
  return Object.fromEntries(
    names.map((name) => {
      const [old, own] = [before[name], learnt[name]];
      if (!old || !own) return [name, own ?? old];
      return [name, { amount: own.amount + old.amount / 2, seconds: own.seconds + old.seconds / 2 }];
    }),
  );
}

/** Nothing where there is no such file, or one that is no tally: rates are a convenience. */
async function readTally(file: string): Promise<Tally> {
  try {
    return TallySchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return {};
  }
}
