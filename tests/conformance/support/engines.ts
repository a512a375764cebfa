import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { Availability, ExtensionPoint, Instance } from '../../../core/contracts/plugin.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';

/** What the suites need of an engine's plugin. */
export interface EnginePlugin<Part> {
  readonly extends: ExtensionPoint<Part>;
  readonly id: string;
  readonly options: z.ZodType;
  readonly preference?: number;
  availability?(): Promise<Availability>;
  create(options: never, injected: never, instance: Instance): Part | Promise<Part>;
}

/** Describes the suite for every engine; where this machine lacks one, a skipped test says why and what to do. */
export async function describeEngines<Part>(
  plugins: readonly EnginePlugin<Part>[],
  suite: (plugin: EnginePlugin<Part>) => void,
): Promise<void> {
  for (const plugin of plugins) {
    const found = await plugin.availability?.();
    describe(`${plugin.extends.kind}: ${plugin.id}`, () => {
      if (found?.available === false)
        test.skip(`is not available here: ${found.reason}; ${found.remedy}`, () => {});
      else suite(plugin);
    });
  }
}

/** Checks how engines recommend themselves, the best one first: the last one runs everywhere. */
export function testChoice<Part extends { readonly degraded?: string }>(
  plugins: readonly EnginePlugin<Part>[],
): void {
  const fallback = plugins[plugins.length - 1];

  test('the faster engine is preferred', () => {
    const preferences = plugins.map(({ preference }) => preference ?? 0);
    expect(preferences).toEqual(preferences.toSorted((a, b) => b - a));
    expect(new Set(preferences).size).toBe(preferences.length);
  });

  test('the fallback is always available, and says that it is slower and what to do', async () => {
    expect(await fallback.availability?.()).toMatchObject({ available: true });
    const { degraded } = await startEngine(fallback);
    expect(degraded).toMatch(/^[A-Z].* slower than .*`npm run setup`.*\.$/);
  });
}

export function startEngine<Part>(plugin: EnginePlugin<Part>, options: object = {}): Part | Promise<Part> {
  const random = createRandomStreams(plugin.id);
  const instance = { id: plugin.id, random, resolvePath: (path: string) => path };
  return plugin.create(plugin.options.parse(options) as never, {} as never, instance);
}

export interface TensorsReport {
  readonly identity: string;
  readonly threads: number;
  /** Threads of the whole process, where the system tells them. */
  readonly processThreads?: number;
  /** SHA-256 of the weights of a small network after some steps of training. */
  readonly trained: string;
}

/** Starts a tensor engine in a process of its own; gives its report and whatever else the process printed. */
export async function tensorsInProcess(
  plugin: EnginePlugin<unknown>,
  options: object,
): Promise<{ report: TensorsReport; printed: string }> {
  const script = fileURLToPath(new URL('tensors-process.ts', import.meta.url));
  const child = fork(script, [plugin.id, JSON.stringify(options)], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  const printed = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  const closed = once(child, 'close');
  const message = await Promise.race([
    once(child, 'message'),
    closed.then(async () => Promise.reject(new Error(`no report, but: ${(await printed).join('\n')}`))),
  ]);
  await closed;
  return { report: message[0], printed: (await printed).join('') };
}
