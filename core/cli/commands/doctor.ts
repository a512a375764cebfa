import { statfs } from 'node:fs/promises';
import os from 'node:os';
import { Command } from 'commander';
import type { Plugin } from '../../contracts/plugin.ts';
import { type Engine, enginePoints } from '../../laboratory/engines.ts';
import { createRandomStreams } from '../../random/streams.ts';
import { openRegistry } from '../open-laboratory.ts';
import { neuroidVersion } from '../version.ts';
import { sizeText } from './store.ts';

interface Examination {
  readonly engine: string;
  readonly plugin: string;
  readonly state: 'used' | 'available' | 'missing';
  readonly detail: string;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('show engines, versions, threads and disk, and what is worse than it could be')
    .option('--json', 'for programs')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const registry = await openRegistry();
      const engines: Examination[] = [];
      for (const { name, point } of enginePoints) engines.push(...(await examine(name, registry.at(point))));
      const machine = await describeMachine();
      process.stdout.write(
        json ? `${JSON.stringify({ ...machine, engines }, null, 2)}\n` : text(machine, engines),
      );
    });
}

/** Starts the best available engine, as a scene with `auto` would, and asks the others whether they could. */
async function examine(engine: string, plugins: readonly Plugin<Engine>[]): Promise<Examination[]> {
  const found: Examination[] = [];
  let used = false;
  for (const plugin of plugins.toSorted((a, b) => (b.preference ?? 0) - (a.preference ?? 0))) {
    const availability = (await plugin.availability?.()) ?? { available: true as const, detail: '' };
    if (!availability.available)
      found.push({
        engine,
        plugin: plugin.id,
        state: 'missing',
        detail: `${availability.reason}; ${availability.remedy}`,
      });
    else if (used) found.push({ engine, plugin: plugin.id, state: 'available', detail: availability.detail });
    else {
      used = true;
      found.push({ engine, plugin: plugin.id, state: 'used', detail: await start(plugin) });
    }
  }
  return found;
}

async function start(plugin: Plugin<Engine>): Promise<string> {
  const options = plugin.options.parse({});
  const instance = {
    id: 'doctor',
    random: createRandomStreams('doctor'),
    resolvePath: (path: string) => path,
  };
  const engine = await plugin.create(options, {}, instance);
  const threads =
    engine.threads === undefined ? '' : `, ${engine.threads} thread${engine.threads === 1 ? '' : 's'}`;
  const described = `${engine.identity}${threads}${engine.degraded ? `. Degraded: ${engine.degraded}` : ''}`;
  await engine.dispose?.();
  return described;
}

async function describeMachine() {
  const { bavail, bsize } = await statfs('.');
  return {
    neuroid: neuroidVersion(),
    node: process.version,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processors: os.availableParallelism(),
    memory: sizeText(os.totalmem()),
    diskFree: sizeText(bavail * bsize),
  };
}

type Machine = Awaited<ReturnType<typeof describeMachine>>;

function text(machine: Machine, engines: readonly Examination[]): string {
  const facts = [
    ['Neuroid', machine.neuroid],
    ['Node', machine.node],
    ['System', machine.system],
    ['Processors', String(machine.processors)],
    ['Memory', machine.memory],
    ['Disk free', machine.diskFree],
  ].map(([name, value]) => `${name.padEnd(16)} ${value}`);
  const rows = engines.map(
    ({ engine, plugin, state, detail }) => `${engine.padEnd(16)} ${state.padEnd(10)} ${plugin}: ${detail}`,
  );
  return `${[...facts, '', ...rows].join('\n')}\n`;
}
