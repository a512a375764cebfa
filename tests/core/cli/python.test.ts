import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { neuroid, withScene } from '../../support/command-line.ts';
import { python, testWithPython } from '../../support/python.ts';
import { renderedScene } from '../../support/rendered-scene.ts';

testWithPython(['pandas', 'xarray', 'zarr'], 'pandas, xarray and zipfile read a rendered set', () =>
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
