import type { Material, Texture, TextureInfo } from '@gltf-transform/core';
import type { EmissiveStrength, PBRSpecularGlossiness } from '@gltf-transform/extensions';
import { Color, DoubleSide, FrontSide, MeshStandardMaterial } from 'three';
import { plainMaterial } from '../plain-material.ts';
import { colourTexture, meanOf, readTexture, type TextureImage } from '../textures.ts';
import { samplerOf } from './gltf-sampler.ts';

/** Colours of the surface itself: a factor (linear RGB and alpha) and the texture that it multiplies. */
interface BaseColour {
  readonly factor: readonly number[];
  readonly texture: Texture | null;
  readonly info: TextureInfo | null;
}

/** Materials of one document as three.js has them, each made once. */
export class GltfMaterials {
  readonly #place: string;
  readonly #images = new Map<Texture, TextureImage>();
  readonly #materials = new Map<Material | null, Map<boolean, MeshStandardMaterial>>();

  /** @param place the file, for messages */
  constructor(place: string) {
    this.#place = place;
  }

  /** Throws InputError when a texture cannot be read. */
  get(material: Material | null, vertexColors: boolean): MeshStandardMaterial {
    const variants = this.#materials.get(material) ?? new Map<boolean, MeshStandardMaterial>();
    this.#materials.set(material, variants);
    const made = variants.get(vertexColors) ?? this.#create(material, vertexColors);
    variants.set(vertexColors, made);
    return made;
  }

  #create(material: Material | null, vertexColors: boolean): MeshStandardMaterial {
    if (!material) return plainMaterial(vertexColors);
    const { factor, texture, info } = baseColourOf(material);
    const made = new MeshStandardMaterial({
      color: colourOf(factor),
      emissive: material.getEmissiveTexture() ? 0 : colourOf(material.getEmissiveFactor()),
      emissiveIntensity:
        material.getExtension<EmissiveStrength>('KHR_materials_emissive_strength')?.getEmissiveStrength() ??
        1,
      side: material.getDoubleSided() ? DoubleSide : FrontSide,
      vertexColors,
      ...this.#reflection(material),
    });
    if (texture && info) {
      made.map = colourTexture(this.#image(texture), samplerOf(info));
      made.alphaTest = cutOf(material);
    }
    return made;
  }

  /** A texture of roughness and metalness counts with its mean. */
  #reflection(material: Material): { roughness: number; metalness: number } {
    const glossy = specularGlossiness(material);
    if (glossy) return { roughness: 1 - glossy.getGlossinessFactor(), metalness: 0 };
    const texture = material.getMetallicRoughnessTexture();
    const image = texture && this.#image(texture);
    return {
      roughness: material.getRoughnessFactor() * (image ? meanOf(image, 1) : 1),
      metalness: material.getMetallicFactor() * (image ? meanOf(image, 2) : 1),
    };
  }

  #image(texture: Texture): TextureImage {
    const name = texture.getURI() || texture.getName() || 'without a name';
    const image =
      this.#images.get(texture) ??
      readTexture(texture.getImage() ?? new Uint8Array(), `mesh-folder: ${this.#place}: the texture ${name}`);
    this.#images.set(texture, image);
    return image;
  }
}

/** Where the texture coordinates of a material come from. */
export function textureInfoOf(material: Material | null): TextureInfo | null {
  return material && baseColourOf(material).info;
}

/** Whether nothing of the surface would be seen. */
export function isHidden(material: Material | null): boolean {
  return material !== null && cutOf(material) > 1;
}

/**
 * The alpha of a texture from which on a surface is there: objects have masks and depths, so each point is either there
 * or not. Blended surfaces are there where their texture is at least half opaque; glass without texture is solid.
 */
function cutOf(material: Material): number {
  const alpha = baseColourOf(material).factor[3];
  if (material.getAlphaMode() === 'OPAQUE') return 0;
  if (material.getAlphaMode() === 'MASK') return material.getAlphaCutoff() / alpha;
  return alpha > 0 ? 0.5 : Number.POSITIVE_INFINITY;
}

function baseColourOf(material: Material): BaseColour {
  const glossy = specularGlossiness(material);
  if (glossy)
    return {
      factor: glossy.getDiffuseFactor(),
      texture: glossy.getDiffuseTexture(),
      info: glossy.getDiffuseTextureInfo(),
    };
  return {
    factor: material.getBaseColorFactor(),
    texture: material.getBaseColorTexture(),
    info: material.getBaseColorTextureInfo(),
  };
}

function specularGlossiness(material: Material): PBRSpecularGlossiness | null {
  return material.getExtension<PBRSpecularGlossiness>('KHR_materials_pbrSpecularGlossiness');
}

function colourOf([red, green, blue]: readonly number[]): Color {
  return new Color().setRGB(red, green, blue);
}
