import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { EnvironmentError } from '../../../core/errors/errors.ts';
import { explainWriteError } from '../../../core/store/atomic.ts';
import { createStore } from '../../../core/store/store.ts';

test.each([
  [
    'ENOSPC',
    'the disk is full; free some space (`neuroid store gc` drops artifacts) and run the same command again',
  ],
  ['EROFS', 'the file system is read-only; choose another folder'],
  ['EACCES', 'permission denied; choose another folder or change its permissions'],
])('%s while an artifact is written is one sentence, and leaves nothing', async (code, remedy) => {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-store-'));
  const store = createStore(folder, { info: () => undefined, warn: () => undefined });
  const failing = Object.assign(new Error(code), { code });
  const step = {
    kind: 'numbers',
    key: 1,
    codec: { format: 'none', write: () => Promise.reject(failing), read: () => Promise.resolve(1) },
    compute: () => Promise.resolve(1),
  };
  await expect(store.getOrCompute(step)).rejects.toEqual(
    new EnvironmentError(`cannot write ${folder}: ${remedy}.`, { cause: failing }),
  );
  expect(await store.list()).toEqual([]);
  expect(await readdir(join(folder, '.incomplete'))).toEqual([]);
  await rm(folder, { recursive: true });
});

test('an error that is not of the file system stays as it is', () => {
  const error = new RangeError('other');
  expect(explainWriteError(error, 'x')).toBe(error);
});
