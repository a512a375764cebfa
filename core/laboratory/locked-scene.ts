import type { Registry } from '../container/registry.ts';
import type { StimulusSource } from '../contracts/stimuli.ts';
import type { Path } from '../scene/document.ts';
import type { Scene } from '../scene/read-scene.ts';
import type { Built } from './builder.ts';
import { type Engines, enginePoints } from './engines.ts';

/** A scene reduced to one stimulus set, with everything resolved that decides about its pictures. */
export interface LockedScene {
  /** As a scene file says it, with the section `locked`. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Where in it options stand that only choose which stimuli there are. */
  readonly selection: readonly Path[];
}

export interface LockInput {
  readonly scene: Scene;
  readonly registry: Registry;
  readonly engines: Engines;
  readonly seed: string;
  /** The set, last, after the sets that it reads. */
  readonly stimuli: readonly Built<StimulusSource>[];
  readonly fingerprint: string | undefined;
}

export function lockScene({ scene, registry, engines, seed, stimuli, fingerprint }: LockInput): LockedScene {
  const { id } = stimuli[stimuli.length - 1];
  const configured = engines.configured();
  const enginePlugins = enginePoints.flatMap(({ name, point }) => {
    const engine = configured[name];
    return engine ? [registry.find(point, engine.plugin)] : [];
  });
  const identities = Object.entries(engines.started()).map(([name, { identity }]) => [name, identity]);
  return {
    content: {
      scene: scene.options.scene,
      seed,
      ...(scene.options.plugins.length > 0 && { plugins: scene.options.plugins }),
      ...configured,
      stimuli: stimuli.map((set) => ({ id: set.id, plugin: set.plugin.id, ...set.options })),
      presented: id,
      locked: {
        stimuli: id,
        plugins: Object.fromEntries(
          [...stimuli.flatMap(pluginsOf), ...enginePlugins].map(({ id, version }) => [id, version]),
        ),
        engines: Object.fromEntries(identities),
        ...(fingerprint !== undefined && { fingerprint }),
      },
    },
    selection: stimuli.flatMap((set, index) => selectionIn(set, ['stimuli', index])),
  };
}

function pluginsOf({ plugin, parts }: Built<unknown>): readonly Built<unknown>['plugin'][] {
  return [plugin, ...Object.values(parts).flatMap(pluginsOf)];
}

function selectionIn({ plugin, parts }: Built<unknown>, path: Path): readonly Path[] {
  const own = plugin.selection ?? [];
  const below = Object.entries(parts).flatMap(([name, part]) => selectionIn(part, [...path, name]));
  return [...own.map((name) => [...path, name]), ...below];
}
