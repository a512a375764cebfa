import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

beforeAll(async () => {
  await neuroid('plugins', 'list');
}, 60_000);

describe('neuroid plugins', () => {
  test('lists every plugin by its extension point, with those of a scene', () =>
    withScene(smallScene(), async (_folder, scene) => {
      const { code, output } = await neuroid('plugins', 'list', '--scene', scene);
      expect(code).toBe(0);
      const section = output.split('\n\n').find((text) => text.startsWith('backbone: '));
      expect(section).toMatch(/^ {2}pixels /m);
      expect(section).toMatch(/^ {2}contrast-backbone +differences between neighbouring pixels$/m);
    }));

  test('tells options, ranges and defaults of one', async () => {
    const { output } = await neuroid('plugins', 'info', 'pixels');
    expect(output).toContain(
      'size: integer 1 … 512, default 32. Side in pixels to which pictures are resized.',
    );
  });

  test('gives the same to programs', async () => {
    const { output } = await neuroid('plugins', 'list', '--json');
    const kinds = new Set(JSON.parse(output).map(({ kind }: { kind: string }) => kind));
    expect(kinds).toContain('readout');
  });

  test('names the closest when there is no such plugin', async () => {
    expect(await neuroid('plugins', 'info', 'pixel')).toEqual({
      code: 2,
      output: '',
      errors: 'neuroid: there is no plugin "pixel"; did you mean "pixels"?\n',
    });
  });
});

describe('neuroid store', () => {
  test('lists, verifies and drops artifacts', () =>
    withScene(smallScene(), async (folder, scene) => {
      const store = join(folder, 'store');
      await neuroid('run', scene, '--out', join(folder, 'out'), '--store', store);
      expect((await neuroid('store', 'ls', '--store', store)).output).toMatch(/^layer-sums +1 /m);
      expect((await neuroid('store', 'verify', '--store', store)).output).toMatch(
        /^\d+ artifacts, 0 damaged\.$/m,
      );
      expect((await neuroid('store', 'gc', '--store', store)).output).toMatch(/^0 artifacts dropped, /);
      expect((await neuroid('store', 'gc', '--store', store, '--days', '0')).output).toMatch(
        /^[1-9]\d* artifacts dropped/,
      );
      expect((await neuroid('store', 'ls', '--store', store)).output).toBe('0 artifacts, 0 kB.\n');
    }));

  test('refuses days that are no number', async () => {
    expect(await neuroid('store', 'gc', '--days', 'many')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('give a number of days, 0 or more.'),
    });
  });
});
