import type { Registry } from '../container/registry.ts';
import type { Plugin } from '../contracts/plugin.ts';
import type { Results, UsedPlugin } from '../contracts/results.ts';
import { Objective } from '../contracts/training.ts';
import type { Built } from './builder.ts';
import { enginePoints } from './engines.ts';

/** The plugins of parts, of their own parts, of objectives by id, and of engines, each once, as results name them. */
export function usedPlugins(
  parts: readonly Built<unknown>[],
  objectives: readonly string[],
  engines: Results['engines'],
  registry: Registry,
): UsedPlugin[] {
  const started = enginePoints.flatMap(({ name, point }) =>
    engines[name] ? [registry.find(point, engines[name].plugin)] : [],
  );
  const trained = objectives.map((id) => registry.find(Objective, id));
  const described = [...parts.flatMap(withParts), ...trained, ...started].map(describe);
  return [...new Map(described.map((plugin) => [`${plugin.kind} ${plugin.id}`, plugin])).values()];
}

function withParts({ plugin, parts }: Built<unknown>): Plugin[] {
  return [plugin, ...Object.values(parts).flatMap(withParts)];
}

function describe({ extends: { kind }, id, version, summary, citation }: Plugin): UsedPlugin {
  return { kind, id, version, summary, ...(citation && { citation }) };
}
