import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codec } from './codec.ts';

/** Several values as one artifact, each in a folder of its own; members may be absent. */
export function bundleCodec<Bundle extends object>(
  members: {
    [Name in keyof Bundle]-?: Codec<NonNullable<Bundle[Name]>>;
  },
): Codec<Bundle> {
  const entries = Object.entries(members) as [keyof Bundle & string, Codec<unknown>][];
  return {
    format: `bundle(${entries.map(([name, codec]) => `${name}:${codec.format}`).join(',')})`,
    async write(folder, bundle) {
      for (const [name, codec] of entries) {
        if (bundle[name] === undefined) continue;
        await mkdir(join(folder, name));
        await codec.write(join(folder, name), bundle[name]);
      }
    },
    async read(folder) {
      const bundle: Partial<Record<keyof Bundle, unknown>> = {};
      for (const [name, codec] of entries)
        if (await exists(join(folder, name))) bundle[name] = await codec.read(join(folder, name));
      return bundle as Bundle;
    },
  };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
