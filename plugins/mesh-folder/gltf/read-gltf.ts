import { dirname } from 'node:path';
import { Logger, PlatformIO, Verbosity } from '@gltf-transform/core';
import {
  KHRMaterialsClearcoat,
  KHRMaterialsEmissiveStrength,
  KHRMaterialsIOR,
  KHRMaterialsPBRSpecularGlossiness,
  KHRMaterialsSheen,
  KHRMaterialsSpecular,
  KHRMaterialsTransmission,
  KHRMaterialsUnlit,
  KHRMaterialsVolume,
  KHRMeshQuantization,
  KHRTextureTransform,
} from '@gltf-transform/extensions';
import type { FolderReader } from '../folder-reader.ts';
import type { Part } from '../parts.ts';
import { partsOf } from './gltf-parts.ts';

/** Extensions that are drawn, and those of which the material is drawn without. */
const extensions = [
  KHRMeshQuantization,
  KHRTextureTransform,
  KHRMaterialsEmissiveStrength,
  KHRMaterialsPBRSpecularGlossiness,
  KHRMaterialsClearcoat,
  KHRMaterialsIOR,
  KHRMaterialsSheen,
  KHRMaterialsSpecular,
  KHRMaterialsTransmission,
  KHRMaterialsUnlit,
  KHRMaterialsVolume,
];

/** More than a mesh of the largest file can have. */
const mostElements = 2 ** 25;

/**
 * The triangles of a glTF or GLB file. Throws InputError when a file is missing, too large or outside the folder, Error
 * when one is damaged.
 */
export async function readGltf(path: string, reader: FolderReader): Promise<Part[]> {
  const io = new FolderIO(path, reader);
  const file = await io.readAsJSON(path);
  for (const { count } of file.json.accessors ?? [])
    if (count > mostElements) throw new Error(`it says that it has ${count} vertices in one place`);
  return partsOf(await io.readJSON(file), path);
}

/** Reads through the folder's reader, so that no address leads out of the folder. */
class FolderIO extends PlatformIO {
  readonly #path: string;
  readonly #reader: FolderReader;

  constructor(path: string, reader: FolderReader) {
    super();
    this.#path = path;
    this.#reader = reader;
    this.setLogger(new Logger(Verbosity.SILENT));
    this.registerExtensions(extensions);
  }

  protected readURI(path: string, type: 'view'): Promise<Uint8Array<ArrayBuffer>>;
  protected readURI(path: string, type: 'text'): Promise<string>;
  protected async readURI(path: string, type: 'view' | 'text'): Promise<Uint8Array<ArrayBuffer> | string> {
    const bytes = await this.#reader.read(path, path === this.#path ? undefined : this.#path);
    requireWhole(bytes);
    return type === 'view' ? bytes : new TextDecoder().decode(bytes);
  }

  protected resolve(_folder: string, address: string): string {
    return this.#reader.locate(decodeURIComponent(address), this.#path);
  }

  protected dirname(path: string): string {
    return dirname(path);
  }
}

/** A GLB begins with "glTF", its version and its length, four bytes each. */
function requireWhole(bytes: Uint8Array<ArrayBuffer>): void {
  if (bytes.length < 12 || new TextDecoder('latin1').decode(bytes.subarray(0, 4)) !== 'glTF') return;
  const length = new DataView(bytes.buffer).getUint32(8, true);
  if (length > bytes.length) throw new Error(`${bytes.length} of ${length} bytes: it was cut off`);
}
