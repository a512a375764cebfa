import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { neuroid, withScene } from '../../support/command-line.ts';
import { renderedScene } from '../../support/rendered-scene.ts';

/** Python with pandas, xarray and zarr; NEUROID_PYTHON names one of an environment of its own. */
const python = process.env.NEUROID_PYTHON ?? 'python3';
const hasLibraries = spawnSync(python, ['-c', 'import pandas, xarray, zarr']).status === 0;
const name = 'pandas, xarray and zipfile read a rendered set';

if (hasLibraries)
  test(name, () =>
    withScene(renderedScene(), async (folder, scene) => {
      const out = join(folder, 'set');
      await neuroid('render', scene, '--out', out, '--also', 'brain-score,zarr', '--workers', '1');
      const script = join(import.meta.dirname, '..', '..', 'support', 'read-rendered-set.py');
      const read = spawnSync(python, [script, out], { encoding: 'utf8' });
      expect(read.stderr).toBe('');
      const found = JSON.parse(read.stdout);
      const rows: Record<string, string>[] = parse(readFileSync(join(out, 'stimuli.csv')), { columns: true });
      expect(found.pandas).toEqual({
        rows: 8,
        ty: rows.map(({ ty }) => Number(ty)),
        numeric: expect.arrayContaining(['s', 'retinal_area', 'visible_fraction', 'degrees']),
      });
      expect(found.xarray).toEqual({
        sizes: { stimulus: 8, y: 24, x: 24, channel: 1 },
        coordinates: expect.arrayContaining(Object.keys(rows[0])),
        categories: ['cars', 'tables'],
        same: true,
      });
      expect(found.zip).toEqual({ damaged: null, same: true });
    }),
  );
else
  test.skip(`${name}: needs Python with pandas, xarray and zarr (NEUROID_PYTHON names it)`, () => undefined);
