import { resolve } from 'node:path';
import { createContainer } from '../container/container.ts';
import { loadBuiltInPlugins, loadScenePlugin } from '../container/load-plugins.ts';
import { createRegistry, type Registry, RegistryService } from '../container/registry.ts';
import { Log, Progress } from '../contracts/logging.ts';
import type { Laboratory } from '../laboratory/run-scene.ts';
import type { Scene } from '../scene/read-scene.ts';
import { createStore, StoreService } from '../store/store.ts';
import { defaultStore, pluginsFolder } from './folders.ts';
import { createLog } from './logging.ts';
import { createProgress } from './progress.ts';
import { neuroidVersion } from './version.ts';

/** Every plugin that a scene may name: the built-in ones and those of its `plugins:` list. */
export async function openRegistry(scene?: Scene): Promise<Registry> {
  const builtIn = await loadBuiltInPlugins(pluginsFolder);
  const own = await Promise.all(
    (scene?.options.plugins ?? []).map((name, index) =>
      loadScenePlugin(name, scene?.folder ?? '', scene?.document.placeOf(['plugins', index])),
    ),
  );
  return createRegistry([...builtIn, ...own]);
}

/** The one place where everything is bound. */
export async function openLaboratory(
  scene: Scene,
  { store = defaultStore, log = createLog() }: { readonly store?: string; readonly log?: Log },
): Promise<Laboratory> {
  const container = createContainer();
  container.value(Log, log);
  container.value(Progress, createProgress());
  container.value(RegistryService, await openRegistry(scene));
  container.provide(StoreService, { log: Log }, ({ log }) => createStore(resolve(store), log));
  const injected = await container.inject({
    registry: RegistryService,
    store: StoreService,
    log: Log,
    progress: Progress,
  });
  return { container, version: neuroidVersion(), ...injected };
}
