import { readdir } from 'node:fs/promises';
import { FileSystemStore } from '@zarrita/storage';
import * as zarr from 'zarrita';
import type { Coordinate } from '../assembly/assembly.ts';
import { InputError } from '../errors/errors.ts';
import { type ArraySource, asFloats, asLabels, unnamedDimensions } from './array-file.ts';

interface Member {
  readonly name: string;
  readonly array: zarr.Array<zarr.DataType, FileSystemStore>;
  readonly dimensions: readonly string[];
}

/**
 * A Zarr array, or of a group (as xarray writes it) the member `data`, else the only one of two or more dimensions;
 * its one-dimensional fellows along the same dimensions become coordinates, those of types outside the specification
 * (NumPy's fixed-length texts in Zarr 3) excepted. Zarr 2 and 3.
 * Throws InputError when the folder is no Zarr, or holds no such array.
 */
export async function openZarr(path: string): Promise<ArraySource> {
  const opened = await open(path);
  if (opened.kind === 'array') return zarrSource(path, memberOf('', opened), {}, {});
  const members = await membersOf(path, opened);
  const chosen = chooseMember(members, path);
  const coordinates: Record<string, Coordinate> = {};
  for (const member of members) {
    const [dimension, ...others] = member.dimensions;
    if (member === chosen || others.length > 0 || !chosen.dimensions.includes(dimension)) continue;
    const values = asLabels(await valuesOf(path, member));
    if (values) coordinates[member.name] = { dimension, values };
  }
  return zarrSource(path, chosen, coordinates, textsOf(opened.attrs));
}

async function open(path: string) {
  try {
    return await zarr.open(zarr.root(new FileSystemStore(path)));
  } catch (cause) {
    throw new InputError(
      `${path}: is not a Zarr array or group that can be read (${reasonOf(cause)}).`,
      undefined,
      { cause },
    );
  }
}

async function membersOf(path: string, group: zarr.Group<FileSystemStore>): Promise<Member[]> {
  const members: Member[] = [];
  const folders = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const member = await zarr.open(group.resolve(name)).catch(() => undefined);
    if (member?.kind === 'array') members.push(memberOf(name, member));
  }
  return members;
}

/** Zarr 3 names dimensions in the metadata, xarray's Zarr 2 in an attribute. */
function memberOf(name: string, array: Member['array']): Member {
  const named = array.dimensionNames ?? array.attrs._ARRAY_DIMENSIONS;
  const dimensions = Array.isArray(named) && named.every((dimension) => typeof dimension === 'string');
  return { name, array, dimensions: dimensions ? named : unnamedDimensions(array.shape) };
}

function chooseMember(members: readonly Member[], path: string): Member {
  const wide = members.filter(({ array }) => array.shape.length > 1);
  const chosen = members.find(({ name }) => name === 'data') ?? (wide.length === 1 ? wide[0] : undefined);
  if (chosen) return chosen;
  const names = members.map(({ name }) => name).join(', ') || 'no array';
  throw new InputError(
    `${path}: the group has no array named "data" (it has ${names}); give the array itself.`,
  );
}

function zarrSource(
  path: string,
  member: Member,
  coordinates: Record<string, Coordinate>,
  attributes: Record<string, string>,
): ArraySource {
  const shape = [...member.array.shape];
  return {
    dimensions: [...member.dimensions],
    shape,
    coordinates,
    attributes,
    rows: async (from, to) => {
      const data = asFloats(await valuesOf(path, member, shape.length > 0 ? [from, to] : undefined));
      if (data) return data;
      throw new InputError(`${path}: the array holds ${member.array.dtype}, not numbers.`);
    },
    close: () => undefined,
  };
}

function textsOf(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'coordinates' ? [[name, value]] : [],
    ),
  );
}

async function valuesOf(
  path: string,
  { name, array }: Member,
  rows?: readonly [number, number],
): Promise<unknown> {
  try {
    const selection = rows && array.shape.map((_, axis) => (axis === 0 ? zarr.slice(...rows) : null));
    const { data } = await zarr.get(array, selection);
    return ArrayBuffer.isView(data) || Array.isArray(data) ? data : Array.from(data as Iterable<unknown>);
  } catch (cause) {
    throw new InputError(
      `${path}: ${name ? `the array "${name}"` : 'the array'} cannot be read (${reasonOf(cause)}).`,
      undefined,
      { cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0];
}
