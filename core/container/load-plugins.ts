import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Plugin } from '../contracts/plugin.ts';
import { InputError, type SourcePlace } from '../errors/errors.ts';
import type { RegisteredPlugin } from './registry.ts';

/** What must be there for a module's default export to be a plugin; its functions are checked when they are used. */
const PluginShape = z.object({
  extends: z.object({ kind: z.string(), summary: z.string() }),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id of lower-case letters, digits and hyphens'),
  version: z.string().min(1),
  summary: z.string().min(1),
  options: z.custom<z.ZodType>((value) => value instanceof Object && 'safeParse' in value, 'a zod schema'),
  create: z.custom<Plugin['create']>((value) => typeof value === 'function', 'a function'),
});

/** The plugins that come with Neuroid, in the order of their manifest: a JSON list of folder names beside them. */
export async function loadBuiltInPlugins(folder: string): Promise<RegisteredPlugin[]> {
  const names = z.array(z.string()).parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const plugins: RegisteredPlugin[] = [];
  for (const name of names)
    plugins.push({ plugin: await importPlugin(join(folder, name, 'index.ts')), origin: 'built in' });
  return plugins;
}

/**
 * A plugin that a scene names: a file beside the scene (`./mine.ts`, an absolute path) or an npm package.
 * Throws InputError when it cannot be loaded or is not a plugin.
 */
export async function loadScenePlugin(
  name: string,
  folder: string,
  place?: SourcePlace,
): Promise<RegisteredPlugin> {
  const path =
    name.startsWith('.') || isAbsolute(name) ? resolve(folder, name) : locatePackage(name, folder, place);
  return { plugin: await importPlugin(path, place), origin: path };
}

function locatePackage(name: string, folder: string, place?: SourcePlace): string {
  try {
    return createRequire(join(resolve(folder), 'scene.yaml')).resolve(name);
  } catch (cause) {
    throw new InputError(
      `the plugin package "${name}" is not installed; write "./${name}" for a file, or install it with npm.`,
      place,
      { cause },
    );
  }
}

async function importPlugin(path: string, place?: SourcePlace): Promise<Plugin> {
  let module: { readonly default?: unknown };
  try {
    module = await import(pathToFileURL(path).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new InputError(`the plugin ${path} cannot be loaded: ${reason}.`, place, { cause });
  }
  const exported = declarationIn(module.default);
  const checked = PluginShape.safeParse(exported);
  if (checked.success) return exported as Plugin;
  const [issue] = checked.error.issues;
  throw new InputError(
    `${path} is not a plugin: its default export has no right ${issue.path.join('.') || 'declaration'} ` +
      `(${issue.message}); export default definePlugin({ ... }).`,
    place,
  );
}

/** A file that Node takes for CommonJS hands its exports over inside a default of their own. */
function declarationIn(exported: unknown): unknown {
  const inner = (exported as { readonly default?: unknown } | undefined)?.default;
  return inner ?? exported;
}
