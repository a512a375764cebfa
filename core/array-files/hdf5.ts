import type { Dataset, File, Group } from 'h5wasm/node';
import { InputError } from '../errors/errors.ts';

/** H5T_STRING. */
const textType = 3;

/** Opens an HDF5 file. Throws InputError when it is none, or is cut short. */
export async function openHdf5(path: string, kind: string): Promise<File> {
  const hdf5 = await import('h5wasm/node');
  (await hdf5.ready).activate_throwing_error_handler();
  return explained(path, kind, () => new hdf5.File(path, 'r'));
}

/** HDF5 explains itself in a stack of its own; the last line that says why is kept. */
export function explained<Value>(path: string, kind: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const text = cause instanceof Error ? cause.message : String(cause);
    const reasons = Array.from(text.matchAll(/line \d+ in \w+\(\): (.+)/g), ([, reason]) => reason);
    const reason = reasons.at(-1) ?? text.split('\n')[0];
    throw new InputError(`${path}: is not a readable ${kind} file (${reason}).`, undefined, { cause });
  }
}

export function datasetOf(group: Group, name: string): Dataset | undefined {
  const found = group.get(name);
  return found && 'get_attached_scales' in found ? (found as Dataset) : undefined;
}

export function groupOf(group: Group, name: string): Group | undefined {
  const found = group.get(name);
  return found && 'create_group' in found ? (found as Group) : undefined;
}

/** The attributes that are a single text. */
export function textAttributes(of: Group | Dataset): Record<string, string> {
  const texts = Object.entries(of.attrs).flatMap(([name, attribute]) => {
    if (attribute.metadata.type !== textType) return [];
    const { value } = attribute;
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(texts);
}
