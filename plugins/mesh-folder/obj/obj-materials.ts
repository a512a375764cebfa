import { Color, type MeshStandardMaterial, SRGBColorSpace, type Vector2 } from 'three';
import { type MaterialInfo, MTLLoader } from 'three/addons/loaders/MTLLoader.js';
import type { FolderReader } from '../folder-reader.ts';
import { plainMaterial } from '../plain-material.ts';
import { colourTexture, plainSampler, readTexture } from '../textures.ts';

/** With the physically based properties that some programs add. */
type Properties = MaterialInfo & { readonly pr?: string; readonly pm?: string };

export interface ObjMaterial {
  readonly material: MeshStandardMaterial;
  /** What texture coordinates are multiplied by before the offset is added. */
  readonly scale: Vector2;
  readonly offset: Vector2;
}

/** The materials of a library (MTL) by name. Throws InputError when it, or a texture that it names, cannot be read. */
export async function readMaterials(
  path: string,
  reader: FolderReader,
  namedBy: string,
): Promise<Map<string, ObjMaterial>> {
  const text = new TextDecoder().decode(await reader.read(path, namedBy));
  const library = new MTLLoader().parse(text, '');
  const materials = new Map<string, ObjMaterial>();
  for (const [name, properties] of Object.entries(library.materialsInfo)) {
    const { scale, offset, url } = library.getTextureParams(properties.map_kd ?? '', {});
    const material = materialOf(properties);
    if (url) {
      const texture = reader.locate(url.replaceAll('\\', '/'), path);
      material.map = colourTexture(
        readTexture(await reader.read(texture, path), `mesh-folder: ${texture}`),
        plainSampler,
      );
    }
    materials.set(name, { material, scale, offset });
  }
  return materials;
}

function materialOf({ kd, ke, ns, pr, pm }: Properties): MeshStandardMaterial {
  const material = plainMaterial(false);
  if (kd) material.color = colourOf(kd);
  if (ke) material.emissive = colourOf(ke);
  if (pr !== undefined) material.roughness = Number(pr);
  else if (ns !== undefined) material.roughness = roughnessOf(Number(ns));
  if (pm !== undefined) material.metalness = Number(pm);
  return material;
}

/** Roughness whose highlight is as wide as that of a Blinn-Phong exponent (Karis 2013: exponent = 2 / roughness^4 - 2). */
function roughnessOf(exponent: number): number {
  return (2 / (Math.max(0, exponent) + 2)) ** 0.25;
}

function colourOf([red, green, blue]: readonly number[]): Color {
  return new Color().setRGB(red, green, blue, SRGBColorSpace);
}
