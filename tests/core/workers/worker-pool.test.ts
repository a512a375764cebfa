import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EnvironmentError, InputError } from '../../../core/errors/errors.ts';
import { workInThisProcess } from '../../../core/workers/this-process.ts';
import { createWorkerPool, type WorkerPool } from '../../../core/workers/worker-pool.ts';

const script = join(import.meta.dirname, '..', '..', 'support', 'workers', 'methods.mjs');

describe('a pool of worker processes', () => {
  let pool: WorkerPool;
  beforeEach(() => {
    pool = createWorkerPool(script, 2);
  });
  afterEach(() => pool.close());

  test('gives back typed arrays from other processes', async () => {
    expect(await pool.run('double', Float64Array.of(1.5, Number.NaN))).toEqual(
      Float64Array.of(3, Number.NaN),
    );
    expect(await pool.run('process')).not.toBe(process.pid);
  });

  test('throws errors of the user as what they were', async () => {
    await expect(pool.run('fail', 'InputError', 'no such mesh.')).rejects.toEqual(
      new InputError('no such mesh.'),
    );
    await expect(pool.run('fail', 'EnvironmentError', 'disk full.')).rejects.toEqual(
      new EnvironmentError('disk full.'),
    );
    await expect(pool.run('fail', 'TypeError', 'a defect')).rejects.not.toBeInstanceOf(InputError);
  });

  test('tries a task once more when its process dies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'neuroid-workers-'));
    expect(await pool.run('dieOnce', join(folder, 'died'))).toBe('alive');
    await rm(folder, { recursive: true });
  });

  test('says in one sentence that a process died twice', async () => {
    const death: unknown = await pool.run('die').catch((error) => error);
    expect(death).toBeInstanceOf(EnvironmentError);
    expect((death as Error).message).toBe(
      'a worker process died twice at the same task (signal SIGKILL); give the machine more memory or use fewer ' +
        'processes, for instance --workers 1.',
    );
  });
});

test('in this process tasks run one after the other, and none after one has failed', async () => {
  const events: string[] = [];
  const work = workInThisProcess({
    slow: async (name: string) => {
      events.push(`${name} begins`);
      await setImmediate();
      if (name === 'second') throw new InputError('no such mesh.');
      events.push(`${name} ends`);
    },
    close: async () => undefined,
  });
  const runs = ['first', 'second', 'third'].map((name) => work.run('slow', name));
  const outcomes = await Promise.allSettled(runs);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(events).toEqual(['first begins', 'first ends', 'second begins']);
});
