import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'core', 'cli', 'neuroid.mjs');

/** Runs the scene in a process of its own; sends the signal as soon as it writes the text. */
function start(
  folder: string,
  scene: string,
  stop?: { readonly at: string; readonly signal: NodeJS.Signals },
) {
  return new Promise<{ code: number | null; signal: string | null; errors: string }>((resolve) => {
    const parameters = ['run', scene, '--out', join(folder, 'out'), '--store', join(folder, 'store')];
    const child = spawn(process.execPath, [entry, ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
      if (stop && errors.includes(stop.at)) child.kill(stop.signal);
    });
    child.on('close', (code, signal) => resolve({ code, signal, errors }));
  });
}

test(
  'a run that is killed anywhere ends, started again, with the same bytes',
  () =>
    withScene(smallScene(), async (undisturbed, scene) => {
      expect(await start(undisturbed, scene)).toMatchObject({ code: 0 });
      const expected = await readFile(join(undisturbed, 'out', 'results.json'));
      await withScene(smallScene(), async (folder) => {
        for (const at of ['Drawing', 'Showing', 'Fitting'])
          expect(await start(folder, scene, { at, signal: 'SIGKILL' })).toMatchObject({ signal: 'SIGKILL' });
        expect(await start(folder, scene)).toMatchObject({ code: 0 });
        expect(await readFile(join(folder, 'out', 'results.json'))).toEqual(expected);
      });
    }),
  60_000,
);

test(
  'Ctrl-C ends with exit code 130 and a word',
  () =>
    withScene(smallScene(), async (folder, scene) => {
      const { code, errors } = await start(folder, scene, { at: 'Drawing', signal: 'SIGINT' });
      expect(code).toBe(130);
      expect(errors).toContain(
        'neuroid: interrupted; what was finished is kept, the same command goes on from there.',
      );
    }),
  60_000,
);
