import type { ExtensionPoint, Plugin } from '../contracts/plugin.ts';
import { InputError, type SourcePlace } from '../errors/errors.ts';
import { didYouMean } from '../errors/suggestions.ts';
import { token } from './token.ts';

export interface RegisteredPlugin {
  readonly plugin: Plugin;
  /** Where it was loaded from; the word `built in` for plugins that come with Neuroid. */
  readonly origin: string;
}

/** Every plugin that a scene may name. */
export interface Registry {
  readonly plugins: readonly RegisteredPlugin[];
  /** The plugins of an extension point. */
  at<Part>(point: ExtensionPoint<Part>): readonly Plugin<Part>[];
  /** Throws InputError with the closest id when the extension point has no such plugin. */
  find<Part>(point: ExtensionPoint<Part>, id: string, place?: SourcePlace): Plugin<Part>;
}

export const RegistryService = token<Registry>('plugin registry');

/** Throws InputError when two plugins of one extension point share an id. */
export function createRegistry(plugins: readonly RegisteredPlugin[]): Registry {
  refuseDoubles(plugins);
  const at = <Part>(point: ExtensionPoint<Part>) =>
    plugins
      .filter(({ plugin }) => plugin.extends.kind === point.kind)
      .map(({ plugin }) => plugin as Plugin<Part>);
  return {
    plugins,
    at,
    find: (point, id, place) => {
      const candidates = at(point);
      const found = candidates.find((plugin) => plugin.id === id);
      if (found) return found;
      const suggestion = didYouMean(
        id,
        candidates.map((plugin) => plugin.id),
      );
      throw new InputError(`there is no ${point.kind} plugin "${id}"; ${suggestion}`, place);
    },
  };
}

function refuseDoubles(plugins: readonly RegisteredPlugin[]): void {
  const origins = new Map<string, string>();
  for (const { plugin, origin } of plugins) {
    const name = `${plugin.extends.kind} plugin "${plugin.id}"`;
    const other = origins.get(name);
    if (other !== undefined)
      throw new InputError(`the ${name} of ${origin} exists already (${other}); give it another id.`);
    origins.set(name, origin);
  }
}
