export type OptionValue = string | number | boolean | null;

/**
 * Options by their path in the scene: `backbones.cnn.train.epochs`. Entries of a list that have an id are found under
 * it, other entries that are mappings under their place; lists of single values are one value, `V0, V3`.
 */
export function optionPaths(options: unknown, path = ''): ReadonlyMap<string, OptionValue> {
  const under = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(options)) {
    if (!options.some(isRecord)) return new Map([[path, options.map(String).join(', ')]]);
    const entries = options.flatMap((entry, index) => {
      const name = isRecord(entry) && typeof entry.id === 'string' ? entry.id : index;
      return [...optionPaths(isRecord(entry) ? withoutId(entry) : entry, under(name))];
    });
    return new Map(entries);
  }
  if (isRecord(options))
    return new Map(Object.entries(options).flatMap(([name, value]) => [...optionPaths(value, under(name))]));
  return options === undefined ? new Map() : new Map([[path, scalar(options)]]);
}

function withoutId({ id, ...rest }: Readonly<Record<string, unknown>>) {
  return rest;
}

function scalar(value: unknown): OptionValue {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
