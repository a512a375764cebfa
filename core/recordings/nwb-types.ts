import type { Dataset, File, Group } from 'h5wasm/node';
import { digest } from '../store/key.ts';

/** Writes what makes HDF5 objects those of an NWB schema. */
export interface Typed {
  group(path: string, namespace: string, type: string, texts: Readonly<Record<string, string>>): Group;
  typed(of: Group | Dataset, namespace: string, type: string): void;
  /** A dataset that is one text. */
  text(name: string, value: string): void;
}

/** @param identifier from which, with an object's path, its id is made: the same file has the same ids. */
export function typedFile(file: File, version: string, identifier: string): Typed {
  const typed = (of: Group | Dataset, namespace: string, type: string) => {
    of.create_attribute('namespace', namespace);
    of.create_attribute('neurodata_type', type);
    of.create_attribute('object_id', uuidOf(`${identifier} ${of.path}`));
  };
  typed(file, 'core', 'NWBFile');
  file.create_attribute('nwb_version', version);
  return {
    typed,
    group: (path, namespace, type, texts) => {
      const group = file.create_group(path);
      typed(group, namespace, type);
      for (const [name, value] of Object.entries(texts)) group.create_attribute(name, value);
      return group;
    },
    text: (name, value) => {
      file.create_dataset({ name, data: value, dtype: 'S' });
    },
  };
}

/** A UUID (RFC 9562, version 8: of one's own making) from the digest of a text. */
function uuidOf(text: string): string {
  const hex = digest(text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
