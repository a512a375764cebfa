import type { Container } from '../container/container.ts';
import type { Registry } from '../container/registry.ts';
import type { Token } from '../container/token.ts';
import { LinearAlgebra } from '../contracts/linear-algebra.ts';
import type { Log } from '../contracts/logging.ts';
import type { ExtensionPoint, Plugin } from '../contracts/plugin.ts';
import { Renderer } from '../contracts/renderer.ts';
import type { Results } from '../contracts/results.ts';
import { LinearAlgebraService, RendererService, TensorsService } from '../contracts/services.ts';
import { Tensors } from '../contracts/tensors.ts';
import { EnvironmentError } from '../errors/errors.ts';
import { createRandomStreams } from '../random/streams.ts';
import { checkAgainst } from '../scene/explain-issue.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Configured } from './builder.ts';

/** What all engines have in common. */
export interface Engine {
  readonly identity: string;
  readonly threads?: number;
  readonly degraded?: string;
  dispose?(): Promise<void>;
}

export type EngineName = 'renderer' | 'tensors' | 'linear-algebra';

interface EnginePoint {
  readonly name: EngineName;
  readonly point: ExtensionPoint<Engine>;
  readonly service: Token<Engine>;
}

/** The engines of a scene, by the key under which it chooses them. */
export const enginePoints: readonly EnginePoint[] = [
  { name: 'renderer', point: Renderer, service: RendererService },
  { name: 'tensors', point: Tensors, service: TensorsService },
  { name: 'linear-algebra', point: LinearAlgebra, service: LinearAlgebraService },
];

interface Started {
  readonly plugin: Plugin<Engine>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly engine: Engine;
  readonly degraded: string | undefined;
}

export interface Engines {
  /** The identity of the engine behind a token, starting it if need be; undefined for other tokens. */
  identityOf(token: Token<unknown>): Promise<string | undefined>;
  /** The engines started so far, for the results. */
  started(): Results['engines'];
  /** How the engines started so far are configured, defaults included, as a scene would say it. */
  configured(): Readonly<Partial<Record<EngineName, Configured>>>;
  dispose(): Promise<void>;
}

/** Binds the engines that a scene asks for; each starts when it is first needed. */
export function bindEngines(container: Container, registry: Registry, scene: Scene, log: Log): Engines {
  const started = new Map<EngineName, Started>();

  async function start({ name, point }: EnginePoint): Promise<Engine> {
    const { plugin: wanted, ...given } = scene.options[name];
    const plugins = registry.at(point);
    const choice =
      wanted === 'auto'
        ? await chooseEngine(plugins, name)
        : await requireAvailable(registry.find(point, wanted, scene.document.placeOf([name])));
    const { plugin } = choice;
    const options = checkAgainst(plugin.options, given, scene.document, [name]) as Record<string, unknown>;
    const engine = await plugin.create(
      options,
      {},
      { id: name, random: createRandomStreams(name), resolvePath: (path) => path },
    );
    const degraded = [engine.degraded, ...choice.passedOver].filter(Boolean).join(' ') || undefined;
    if (degraded) log.warn(degraded);
    started.set(name, { plugin, options, engine, degraded });
    return engine;
  }

  for (const engine of enginePoints) container.provide(engine.service, {}, () => start(engine));

  return {
    identityOf: async (token) => {
      const known = enginePoints.find(({ service }) => service === token);
      return known && (await container.get(known.service)).identity;
    },
    started: () =>
      Object.fromEntries(
        enginePoints.flatMap(({ name }) => {
          const entry = started.get(name);
          if (!entry) return [];
          const { plugin, engine, degraded } = entry;
          const threads = engine.threads === undefined ? {} : { threads: engine.threads };
          return [
            [
              name,
              { plugin: plugin.id, identity: engine.identity, ...threads, ...(degraded && { degraded }) },
            ],
          ];
        }),
      ),
    configured: () =>
      Object.fromEntries(
        [...started].map(([name, { plugin, options }]) => [name, { plugin: plugin.id, ...options }]),
      ),
    dispose: async () => {
      for (const { engine } of started.values()) await engine.dispose?.();
    },
  };
}

interface Choice<Part> {
  readonly plugin: Plugin<Part>;
  /** One sentence per better engine that this machine cannot run. */
  readonly passedOver: readonly string[];
}

/** The available plugin of highest preference. Throws EnvironmentError when none is available. */
export async function chooseEngine<Part>(
  plugins: readonly Plugin<Part>[],
  name: string,
): Promise<Choice<Part>> {
  const passedOver: string[] = [];
  for (const plugin of plugins.toSorted((a, b) => (b.preference ?? 0) - (a.preference ?? 0))) {
    const found = (await plugin.availability?.()) ?? { available: true };
    if (found.available) return { plugin, passedOver };
    if ('reason' in found)
      passedOver.push(`The ${name} engine "${plugin.id}" is not used: ${found.reason}; ${found.remedy}.`);
  }
  throw new EnvironmentError(`No ${name} engine works here. ${passedOver.join(' ')}`);
}

async function requireAvailable<Part>(plugin: Plugin<Part>): Promise<Choice<Part>> {
  const found = await plugin.availability?.();
  if (found && !found.available)
    throw new EnvironmentError(
      `The ${plugin.extends.kind} "${plugin.id}" does not work here: ${found.reason}; ${found.remedy}.`,
    );
  return { plugin, passedOver: [] };
}
