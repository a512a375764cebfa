import { Command } from 'commander';
import { z } from 'zod';
import type { RegisteredPlugin } from '../../container/registry.ts';
import { InputError } from '../../errors/errors.ts';
import { didYouMean } from '../../errors/suggestions.ts';
import { readScene } from '../../scene/read-scene.ts';
import { openRegistry } from '../open-laboratory.ts';

interface PluginsOptions {
  readonly scene?: string;
  readonly json?: boolean;
}

export function pluginsCommand(): Command {
  const plugins = new Command('plugins').description('show what a scene can name');
  plugins
    .command('list')
    .description('list every plugin by the extension point it serves')
    .option('--scene <file>', 'with the plugins that this scene brings along')
    .option('--json', 'for programs')
    .action(async (options: PluginsOptions) => {
      const found = await load(options);
      process.stdout.write(
        options.json ? `${JSON.stringify(found.map(describe), null, 2)}\n` : listText(found),
      );
    });
  plugins
    .command('info')
    .description('show options, parts and citation of a plugin')
    .argument('<id>')
    .option('--scene <file>', 'with the plugins that this scene brings along')
    .option('--json', 'for programs')
    .action(async (id: string, options: PluginsOptions) => {
      const all = await load(options);
      const found = all.filter(({ plugin }) => plugin.id === id);
      if (found.length === 0) {
        const known = all.map(({ plugin }) => plugin.id);
        throw new InputError(`there is no plugin "${id}"; ${didYouMean(id, known)}`);
      }
      const described = found.map(describe);
      process.stdout.write(
        options.json ? `${JSON.stringify(described, null, 2)}\n` : described.map(infoText).join('\n'),
      );
    });
  return plugins;
}

async function load({ scene }: PluginsOptions): Promise<readonly RegisteredPlugin[]> {
  const registry = await openRegistry(scene === undefined ? undefined : await readScene(scene));
  return registry.plugins;
}

function describe({ plugin, origin }: RegisteredPlugin) {
  return {
    kind: plugin.extends.kind,
    id: plugin.id,
    version: plugin.version,
    summary: plugin.summary,
    citation: plugin.citation,
    origin,
    parts: Object.fromEntries(Object.entries(plugin.parts ?? {}).map(([name, point]) => [name, point.kind])),
    options: z.toJSONSchema(plugin.options, { io: 'input', unrepresentable: 'any' }),
  };
}

type Description = ReturnType<typeof describe>;

function listText(plugins: readonly RegisteredPlugin[]): string {
  const kinds = [...new Set(plugins.map(({ plugin }) => plugin.extends.kind))];
  const width = Math.max(...plugins.map(({ plugin }) => plugin.id.length));
  const sections = kinds.map((kind) => {
    const own = plugins.filter(({ plugin }) => plugin.extends.kind === kind);
    const rows = own.map(({ plugin }) => `  ${plugin.id.padEnd(width)}  ${plugin.summary}`);
    return [`${kind}: ${own[0].plugin.extends.summary}`, ...rows].join('\n');
  });
  return `${sections.join('\n\n')}\n`;
}

function infoText({ kind, id, version, summary, citation, origin, parts, options }: Description): string {
  const properties = Object.entries((options.properties ?? {}) as Record<string, OptionSchema>);
  const partRows = Object.entries(parts).map(([name, point]) => `  ${name}: a ${point} plugin`);
  return [
    `${id} ${version} (${kind}, ${origin})`,
    summary,
    ...(citation ? [`Citation: ${citation}`] : []),
    ...(partRows.length > 0 ? ['Parts:', ...partRows] : []),
    properties.length > 0 ? 'Options:' : 'No options.',
    ...properties.map(
      ([name, schema]) => `  ${name}: ${optionText(schema, options.required?.includes(name) ?? false)}`,
    ),
    '',
  ].join('\n');
}

interface OptionSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly OptionSchema[];
}

function optionText(schema: OptionSchema, required: boolean): string {
  const range =
    schema.minimum !== undefined || schema.maximum !== undefined
      ? ` ${schema.minimum ?? '-∞'} … ${schema.maximum ?? '∞'}`
      : '';
  const fallback =
    schema.default === undefined
      ? required
        ? ', required'
        : ''
      : `, default ${JSON.stringify(schema.default)}`;
  return `${typeText(schema)}${range}${fallback}${schema.description ? `. ${schema.description}` : ''}`;
}

function typeText({ type, enum: values, anyOf }: OptionSchema): string {
  if (values) return values.map(String).join(' | ');
  if (anyOf) return anyOf.map(typeText).join(' | ');
  return type ?? 'value';
}
