import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../core/errors/errors.ts';
import { withoutNativeMessages } from '../../../core/native/messages.ts';
import plugin from '../../../plugins/three-renderer/index.ts';
import { allowDrawingWithoutScreen } from '../../support/graphics.ts';

allowDrawingWithoutScreen();

const availability = await plugin.availability?.();
const project = fileURLToPath(new URL('../../..', import.meta.url));

function runAlone(...words: string[]) {
  const program = ['--import', 'tsx', 'tests/support/render-digest.ts', ...words];
  return spawnSync(process.execPath, program, { cwd: project, encoding: 'utf8' });
}

(availability?.available ? describe : describe.skip)('three-renderer', () => {
  test('gives the same bytes in every process, ends by itself and says nothing else', () => {
    const [first, second] = [runAlone(), runAlone()];
    expect(first).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^[0-9a-f]{40}\n$/) });
    expect(second.stdout).toBe(first.stdout);
  });

  test('lets the process end when nobody disposes of it', () => {
    expect(runAlone('without disposing')).toMatchObject({ status: 0, signal: null });
  });

  test('disposes twice without harm', async () => {
    const renderer = await plugin.create({ samples: 1 }, {}, {} as never);
    await renderer.dispose();
    await expect(renderer.dispose()).resolves.toBeUndefined();
  });
});

describe('three-renderer without graphics', () => {
  test('says what is missing and how to get it', () => {
    const script = `
      import plugin from './plugins/three-renderer/index.ts';
      console.log(JSON.stringify(await plugin.availability()));
      await plugin.create({ samples: 1 }, {}, {}).catch((error) => console.log(error.name, error.message));`;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, EGL_PLATFORM: 'x11', XDG_RUNTIME_DIR: '/nonexistent' },
    });
    const [answer, failure] = stdout.trim().split('\n');
    if (JSON.parse(answer).available) return;
    expect(JSON.parse(answer)).toMatchObject({
      available: false,
      remedy: expect.stringContaining('install'),
    });
    expect(failure).toMatch(/^EnvironmentError No graphics that WebGPU can use were found; .*install/);
  });
});

describe('native messages', () => {
  test('come back after an action, also one that throws', () => {
    expect(withoutNativeMessages(() => 7)).toBe(7);
    expect(() =>
      withoutNativeMessages(() => {
        throw new InputError('as it is');
      }),
    ).toThrow('as it is');
  });
});
