import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createContainer } from '../../../core/container/container.ts';
import { createRegistry } from '../../../core/container/registry.ts';
import type { Availability } from '../../../core/contracts/plugin.ts';
import { definePlugin } from '../../../core/contracts/plugin.ts';
import { Renderer } from '../../../core/contracts/renderer.ts';
import { RendererService } from '../../../core/contracts/services.ts';
import { EnvironmentError } from '../../../core/errors/errors.ts';
import { bindEngines } from '../../../core/laboratory/engines.ts';
import { sceneFrom } from '../../../core/scene/read-scene.ts';

const missing: Availability = {
  available: false,
  reason: 'libEGL is not installed',
  remedy: 'apt-get install libegl1',
};

const renderer = (id: string, preference: number, availability?: Availability) => ({
  origin: 'test',
  plugin: definePlugin({
    extends: Renderer,
    id,
    version: '1',
    summary: id,
    options: z.strictObject({}),
    preference,
    ...(availability && { availability: async () => availability }),
    create: () => ({
      identity: `${id} 1.0`,
      render: async () => ({ pixels: new Uint8Array(), mask: new Uint8Array() }),
      dispose: async () => undefined,
    }),
  }),
});

function engines(plugins: ReturnType<typeof renderer>[], wanted = 'auto') {
  const warnings: string[] = [];
  const container = createContainer();
  const scene = sceneFrom(`scene: s\nrenderer: ${wanted}\nstimuli: [x]\n`, 's.yaml');
  const log = { info: () => undefined, warn: (message: string) => void warnings.push(message) };
  const bound = bindEngines(container, createRegistry(plugins), scene, log);
  return { bound, warnings, start: () => container.get(RendererService) };
}

describe('an engine', () => {
  test('is the available one of highest preference, and says nothing of lesser ones', async () => {
    const { bound, warnings, start } = engines([renderer('software', 10), renderer('graphics', 20)]);
    expect((await start()).identity).toBe('graphics 1.0');
    expect(warnings).toEqual([]);
    expect(bound.started()).toEqual({ renderer: { plugin: 'graphics', identity: 'graphics 1.0' } });
  });

  test('that stands in for a better one is named in log and results', async () => {
    const { bound, warnings, start } = engines([renderer('software', 10), renderer('graphics', 20, missing)]);
    expect((await start()).identity).toBe('software 1.0');
    const sentence =
      'The renderer engine "graphics" is not used: libEGL is not installed; apt-get install libegl1.';
    expect(warnings).toEqual([sentence]);
    expect(bound.started().renderer.degraded).toBe(sentence);
  });

  test('that was asked for by name and is missing is an error of the machine', async () => {
    const { start } = engines([renderer('software', 10), renderer('graphics', 20, missing)], 'graphics');
    await expect(start()).rejects.toEqual(
      new EnvironmentError(
        'The renderer "graphics" does not work here: libEGL is not installed; apt-get install libegl1.',
      ),
    );
  });

  test('is an error of the machine when there is none at all', async () => {
    const { start } = engines([renderer('graphics', 20, missing)]);
    await expect(start()).rejects.toThrow(
      'No renderer engine works here. The renderer engine "graphics" is not used:',
    );
  });

  test('does not start before it is needed', () => {
    expect(engines([renderer('graphics', 20)]).bound.started()).toEqual({});
  });
});
