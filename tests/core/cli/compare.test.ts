import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Results } from '../../../core/contracts/results.ts';
import { neuroid } from '../../support/command-line.ts';
import { exampleReport } from '../../support/report.ts';

describe('neuroid compare', () => {
  let folder: string;
  let results: Results;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'neuroid-'));
    ({ results } = await exampleReport());
    const halved = results.scores.map((score) => ({ ...score, ceiled: (score.ceiled ?? 0) / 2 }));
    await write('before', results);
    await write('after', { ...results, seed: '2', scores: halved });
    const { plugins, ...old } = results;
    await write('old', { ...old, neuroid: '0.0.9', notes: [] });
    await writeFile(join(folder, 'broken.json'), '{');
    await writeFile(join(folder, 'other.json'), '{"scene": "mine"}');
    await mkdir(join(folder, 'empty'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function write(name: string, content: unknown): Promise<void> {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'results.json'), JSON.stringify(content));
  }

  const compare = (before: string, ...after: string[]) =>
    neuroid('compare', join(folder, before), join(folder, after[0]), ...after.slice(1));

  test('says that nothing changed, for a folder and its file', async () => {
    expect(await compare('before', 'before/results.json')).toEqual({
      code: 0,
      output: 'Nothing changed.\n',
      errors: '',
    });
  });

  test('lists what changed, and of long lists the largest', async () => {
    const { code, output } = await compare('before', 'after', '--most', '2');
    expect(code).toBe(0);
    expect(output).toContain(`Options\n  seed: ${results.seed} -> 2\n`);
    expect(output).toContain(`Scores: ${results.scores.length} of ${results.scores.length} changed`);
    expect(output).toContain(`... and ${results.scores.length - 2} more`);
    expect(output.match(/^ {2}[! ] .* -> /gm)).toHaveLength(2);
  });

  test('gives programs everything', async () => {
    const { output } = await compare('before', 'after', '--json');
    expect(JSON.parse(output).scores.changed).toHaveLength(results.scores.length);
  });

  test('takes results of another version', async () => {
    expect((await compare('old', 'before')).output).toBe('Versions and engines\n  neuroid: 0.0.9 -> 0.1.0\n');
  });

  test.each([
    ['missing', 'there is no such folder or file'],
    ['empty', 'cannot be read'],
    ['broken.json', 'this is no JSON'],
    ['other.json', 'these are no results of a run: seed'],
  ])('refuses %s in one sentence', async (path, words) => {
    const { code, output, errors } = await compare('before', path);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(words);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
  });

  test('wants two runs', async () => {
    expect(await neuroid('compare', folder)).toMatchObject({ code: 2, output: '' });
  });
});
