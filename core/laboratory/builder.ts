import { resolve } from 'node:path';
import type { Container } from '../container/container.ts';
import type { Registry } from '../container/registry.ts';
import type { Dependency, Token } from '../container/token.ts';
import { Backbone } from '../contracts/backbone.ts';
import type { ExtensionPoint, Instance, Plugin } from '../contracts/plugin.ts';
import type { RandomStream, RandomStreams } from '../contracts/random.ts';
import type { StimulusSource } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import type { Path } from '../scene/document.ts';
import { checkAgainst } from '../scene/explain-issue.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Key } from '../store/key.ts';
import type { Engines } from './engines.ts';

/** A part of a running scene, with everything that its numbers depend on. */
export interface Built<Part> {
  readonly id: string;
  readonly plugin: Plugin<Part>;
  /** As the plugin's schema resolved them, with the parts' under their names. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly part: Part;
  readonly key: Key;
  /** The part's own parts by name. */
  readonly parts: Readonly<Record<string, Built<unknown>>>;
  /** Ids of other stimulus sets that the part reads. */
  readonly stimulusSets: readonly string[];
}

export interface Configured {
  readonly plugin: string;
  readonly [option: string]: unknown;
}

export interface Builder {
  /**
   * Builds a part as the scene configures it. Throws InputError for unknown plugins and wrong options.
   * @param path where the configuration stands in the scene.
   * @param earlier stimulus sets that a stimulus source may read.
   */
  build<Part>(
    point: ExtensionPoint<Part>,
    configured: Configured,
    path: Path,
    id: string,
    earlier?: readonly Built<StimulusSource>[],
  ): Promise<Built<Part>>;
  /** The configuration with what the plugin's sampler draws for the options that it leaves open. Throws InputError as `build` does. */
  sample(
    point: ExtensionPoint<unknown>,
    configured: Configured,
    path: Path,
    stream: RandomStream,
  ): Configured;
  /** Ids of the stimulus sets that a part reads, without building it. Throws InputError as `build` does. */
  stimulusSetsOf(point: ExtensionPoint<unknown>, configured: Configured, path: Path): readonly string[];
}

const entryKeys = ['id', 'plugin'];
const backboneKeys = ['sample', 'scored', 'train', 'fit', 'activations'];

export function createBuilder({
  registry,
  container,
  scene,
  engines,
  random,
}: {
  readonly registry: Registry;
  readonly container: Container;
  readonly scene: Scene;
  readonly engines: Engines;
  readonly random: RandomStreams;
}): Builder {
  async function build<Part>(
    point: ExtensionPoint<Part>,
    configured: Configured,
    path: Path,
    id: string,
    earlier?: readonly Built<StimulusSource>[],
    streams: RandomStreams = random,
  ): Promise<Built<Part>> {
    const { plugin, options, stimulusSets } = resolveOptions(point, configured, path);
    const read = earlier ? stimulusSets.map((name) => findEarlier(name, earlier, path)) : [];
    const instance: Instance = {
      id,
      random: streams.scope(`${point.kind}/${id}`),
      resolvePath: (given) => resolve(scene.folder, given),
      stimulusSources: new Map(read.map((built) => [built.id, built.part])),
    };
    const parts = await buildParts(plugin, configured, path, instance.random);
    const delivered = Object.fromEntries(parts.map(([name, built]) => [name, built.part]));
    const needs = await container.inject(plugin.needs ?? {});
    const part = await located(path, () =>
      plugin.create(options, { ...needs, ...delivered } as never, instance),
    );
    const key: Key = {
      plugin: plugin.id,
      version: plugin.version,
      options: options as Key,
      parts: Object.fromEntries(parts.map(([name, built]) => [name, built.key])),
      engines: await identities(plugin),
      fingerprint: (part as { readonly fingerprint?: string }).fingerprint,
      random: instance.random.name,
      ...(read.length > 0 && { stimulusSets: read.map(({ key }) => key) }),
    };
    const shown = Object.fromEntries(
      parts.map(([name, built]) => [name, { plugin: built.plugin.id, ...built.options }]),
    );
    return {
      id,
      plugin,
      options: { ...shown, ...options },
      part,
      key,
      parts: Object.fromEntries(parts),
      stimulusSets,
    };
  }

  function resolveOptions<Part>(point: ExtensionPoint<Part>, configured: Configured, path: Path) {
    const { document } = scene;
    const plugin = registry.find(point, configured.plugin, document.placeOf([...path, 'plugin']));
    const partNames = Object.keys(plugin.parts ?? {});
    const coreKeys = point.kind === Backbone.kind ? [...entryKeys, ...backboneKeys] : entryKeys;
    const own = Object.fromEntries(
      Object.entries(configured).filter(([name]) => !coreKeys.includes(name) && !partNames.includes(name)),
    );
    refuseMisplaced(own, plugin, path);
    const options = checkAgainst(plugin.options, own, document, path) as Readonly<Record<string, unknown>>;
    return { plugin, options, given: Object.keys(own), stimulusSets: plugin.stimulusSets?.(options) ?? [] };
  }

  function sample(
    point: ExtensionPoint<unknown>,
    configured: Configured,
    path: Path,
    stream: RandomStream,
  ): Configured {
    const { plugin, options, given } = resolveOptions(point, configured, path);
    const fixed = Object.fromEntries(given.map((name) => [name, options[name]]));
    return { ...plugin.sampler?.(stream, fixed), ...configured };
  }

  /** Names the place in the scene where the part's own complaint has none. */
  async function located<Value>(path: Path, create: () => Value | Promise<Value>): Promise<Value> {
    try {
      return await create();
    } catch (error) {
      if (error instanceof InputError && !error.place)
        throw new InputError(error.message, scene.document.placeOf(path), { cause: error });
      throw error;
    }
  }

  function findEarlier(
    name: string,
    earlier: readonly Built<StimulusSource>[],
    path: Path,
  ): Built<StimulusSource> {
    const found = earlier.find(({ id }) => id === name);
    if (found) return found;
    const known = scene.options.stimuli.slice(0, Number(path[1])).map(({ id }) => id);
    throw new InputError(
      `this stimulus set reads "${name}", which must stand before it; ${didYouMean(name, known)}`,
      scene.document.placeOf(path),
    );
  }

  function refuseMisplaced(own: Record<string, unknown>, plugin: Plugin, path: Path): void {
    const schema = plugin.options as { readonly shape?: Record<string, unknown> };
    if (!schema.shape) return;
    const known = [...Object.keys(schema.shape), ...Object.keys(plugin.parts ?? {})];
    const unknown = Object.keys(own).find((name) => !known.includes(name));
    if (unknown === undefined) return;
    throw new InputError(
      `unknown key ${[...path, unknown].join('.')}: the plugin "${plugin.id}" does not take it; ${didYouMean(unknown, known)}`,
      scene.document.placeOfKey([...path, unknown]),
    );
  }

  /** What the core does for entries of a scene, it does not do for parts within them. */
  function refuseForEntries(part: Configured, path: Path): void {
    const key = ['id', ...backboneKeys].find((name) => name in part);
    if (key === undefined) return;
    throw new InputError(
      `${[...path, key].join('.')}: only an entry of the scene takes "${key}", not a part of one; leave it out.`,
      scene.document.placeOfKey([...path, key]),
    );
  }

  function buildParts(plugin: Plugin, configured: Configured, path: Path, streams: RandomStreams) {
    return Promise.all(
      Object.entries(plugin.parts ?? {}).map(async ([name, point]): Promise<[string, Built<unknown>]> => {
        const given = configured[name] ?? plugin.partDefaults?.[name];
        const part = typeof given === 'string' ? { plugin: given } : given;
        if (!isConfigured(part))
          throw new InputError(
            `${[...path, name].join('.')} must name a ${point.kind} plugin, for instance ${name}: ` +
              `{ plugin: ${registry.at(point)[0]?.id ?? '...'} }.`,
            scene.document.placeOf([...path, name]),
          );
        refuseForEntries(part, [...path, name]);
        return [name, await build(point, part, [...path, name], name, undefined, streams)];
      }),
    );
  }

  async function identities(plugin: Plugin): Promise<Key> {
    const tokens = Object.values(plugin.needs ?? {}).map(tokenOf);
    const known = await Promise.all(tokens.map((token) => engines.identityOf(token)));
    return known.filter((identity) => identity !== undefined);
  }

  return {
    build: (point, configured, path, id, earlier) => build(point, configured, path, id, earlier),
    sample,
    stimulusSetsOf: (point, configured, path) => resolveOptions(point, configured, path).stimulusSets,
  };
}

function isConfigured(value: unknown): value is Configured {
  return typeof value === 'object' && value !== null && 'plugin' in value && typeof value.plugin === 'string';
}

function tokenOf(dependency: Dependency<unknown>): Token<unknown> {
  if ('many' in dependency) return dependency.many;
  return 'maybe' in dependency ? dependency.maybe : dependency;
}
