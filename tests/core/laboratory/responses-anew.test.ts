import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResultsSchema } from '../../../core/contracts/results.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { smallScene } from '../../support/small-scene.ts';

test('responses of a scene are simulated a second time, and the digests agree', () =>
  withScene(smallScene({ rest: 'hypotheses: [reproducible-brain]' }), async (folder, scene) => {
    const files = ['--out', join(folder, 'out'), '--store', join(folder, 'store')];
    const { code, errors } = await neuroid('run', scene, ...files);
    expect({ code, errors }).toEqual({ code: 0, errors: expect.any(String) });
    const { findings } = ResultsSchema.parse(
      JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8')),
    );
    const row = findings[0].tables?.[0].rows.find(([check]) => String(check).startsWith('digest'));
    expect(row?.[1]).toMatch(/^[0-9a-f]{16}$/);
    expect(row?.[3]).toBe('yes');
  }));
