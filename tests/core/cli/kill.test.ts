import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { neuroid, withScene } from '../../support/command-line.ts';
import { folderDigest } from '../../support/folder-digest.ts';
import { smallScene } from '../../support/small-scene.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'core', 'cli', 'neuroid.mjs');

interface Stop {
  /** Looked at every few milliseconds, with what the process has written so far. */
  when(errors: string): boolean;
  readonly signal: NodeJS.Signals;
}

function running(folder: string, scene: string): string[] {
  return ['run', scene, '--out', join(folder, 'out'), '--store', join(folder, 'store')];
}

/**
 * Runs the command line in a process of its own; sends the signal when it is time. Ends when the process
 * and all that write to its standard error have ended.
 */
function startProcess(parameters: readonly string[], stop: Stop) {
  return new Promise<{ code: number | null; signal: string | null; errors: string }>((resolve) => {
    const child = spawn(process.execPath, [entry, ...parameters], { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    const watch = setInterval(() => {
      if (stop.when(errors)) child.kill(stop.signal);
    }, 5);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ code, signal, errors });
    });
  });
}

test(
  'a run that is killed anywhere ends, started again, with the same bytes',
  () =>
    withScene(smallScene(), async (undisturbed, scene) => {
      expect(await neuroid(...running(undisturbed, scene))).toMatchObject({ code: 0 });
      const expected = await readFile(join(undisturbed, 'out', 'results.json'));
      await withScene(smallScene(), async (folder) => {
        for (const at of ['Drawing', 'Showing', 'Fitting'])
          expect(
            await startProcess(running(folder, scene), {
              when: (errors) => errors.includes(at),
              signal: 'SIGKILL',
            }),
          ).toMatchObject({ signal: 'SIGKILL' });
        expect(await neuroid(...running(folder, scene))).toMatchObject({ code: 0 });
        expect(await readFile(join(folder, 'out', 'results.json'))).toEqual(expected);
      });
    }),
  60_000,
);

test(
  'Ctrl-C ends with exit code 130 and a word',
  () =>
    withScene(smallScene(), async (folder, scene) => {
      const { code, errors } = await startProcess(running(folder, scene), {
        when: (errors) => errors.includes('Drawing'),
        signal: 'SIGINT',
      });
      expect(code).toBe(130);
      expect(errors).toContain(
        'neuroid: interrupted; what was finished is kept, the same command goes on from there.',
      );
    }),
  60_000,
);

test(
  'a rendering that is killed leaves no process and no torn file, and ends, started again, with the same bytes',
  () =>
    withScene(manyGratings, async (folder, scene) => {
      const [killed, whole] = [join(folder, 'killed'), join(folder, 'whole')];
      const rendering = (out: string, workers: number) => [
        'render',
        scene,
        '--out',
        out,
        '--workers',
        `${workers}`,
      ];
      const drawn = (count: number) => () => pictures(killed) > count;
      expect(await startProcess(rendering(killed, 2), { when: drawn(30), signal: 'SIGKILL' })).toMatchObject({
        signal: 'SIGKILL',
      });
      expect(existsSync(join(killed, 'scene.lock.yaml'))).toBe(true);
      expect(await startProcess(rendering(killed, 2), { when: drawn(200), signal: 'SIGINT' })).toMatchObject({
        code: 130,
      });
      expect(existsSync(join(killed, 'stimuli.csv'))).toBe(false);
      expect(pictures(killed)).toBeLessThan(800);
      for (const out of [killed, whole])
        expect(await neuroid(...rendering(out, 1))).toMatchObject({ code: 0 });
      expect(folderDigest(killed)).toEqual(folderDigest(whole));
    }),
  60_000,
);

const manyGratings = smallScene({
  stimuli: '{ id: gratings, plugin: gratings, categories: 20, perCategory: 40, size: 64 }',
});

function pictures(folder: string): number {
  const images = join(folder, 'images');
  return existsSync(images) ? readdirSync(images).length : 0;
}
