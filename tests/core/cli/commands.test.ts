import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { decodePng } from '../../../core/pictures/png.ts';
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

describe('neuroid render', () => {
  test('writes table, pictures and contact sheet', () =>
    withScene(smallScene(), async (folder, scene) => {
      const out = join(folder, 'set');
      const { code } = await neuroid('render', scene, '--out', out, '--store', join(folder, 'store'));
      expect(code).toBe(0);
      const rows = parse(readFileSync(join(out, 'stimuli.csv')), { columns: true }) as Record<
        string,
        string
      >[];
      expect(rows).toHaveLength(48);
      expect(rows[1]).toMatchObject({
        stimulus_id: 'grating-1',
        category_name: 'orientation-1',
        variation: '3',
      });
      const picture = decodePng(readFileSync(join(out, rows[1].filename)), rows[1].filename);
      expect([picture.width, picture.height]).toEqual([12, 12]);
      expect(existsSync(join(out, 'contact-sheet.png'))).toBe(true);
      expect(readdirSync(folder).toSorted()).toEqual(['scene.yaml', 'set', 'store']);
    }));

  test('refuses a folder that holds something', () =>
    withScene(smallScene(), async (folder, scene) => {
      const { code, errors } = await neuroid('render', scene, '--out', folder);
      expect({ code, errors }).toEqual({
        code: 2,
        errors: `neuroid: ${folder} holds 1 thing already; choose another folder with --out.\n`,
      });
    }));

  test('refuses a stimulus set that the scene does not have', () =>
    withScene(smallScene(), async (folder, scene) => {
      const { code, errors } = await neuroid(
        'render',
        scene,
        '--out',
        join(folder, 'set'),
        '--stimuli',
        'grating',
      );
      expect(code).toBe(2);
      expect(errors).toContain('there is no stimulus set "grating"');
      expect(errors).toContain('did you mean "gratings"?');
    }));
});

describe('neuroid store', () => {
  test('lists, verifies and drops artifacts', () =>
    withScene(smallScene(), async (folder, scene) => {
      const store = join(folder, 'store');
      await neuroid('run', scene, '--out', join(folder, 'out'), '--store', store);
      expect((await neuroid('store', 'ls', '--store', store)).output).toMatch(/^gram-matrices +1 /m);
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
