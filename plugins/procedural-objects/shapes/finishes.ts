import { MeshStandardMaterial } from 'three';
import { textures } from './textures.ts';

export interface Surface {
  readonly roughness: number;
  readonly metalness: number;
  readonly texture?: keyof typeof textures;
}

export const finishes = {
  matte: { roughness: 0.95, metalness: 0 },
  satin: { roughness: 0.6, metalness: 0 },
  gloss: { roughness: 0.22, metalness: 0 },
  metal: { roughness: 0.35, metalness: 0.7 },
  wood: { roughness: 0.55, metalness: 0, texture: 'wood' },
  fabric: { roughness: 1, metalness: 0, texture: 'fabric' },
} as const satisfies Readonly<Record<string, Surface>>;

/** How a surface reflects. */
export type Finish = keyof typeof finishes;

export function materialOf({ roughness, metalness, texture }: Surface): MeshStandardMaterial {
  const map = texture ? textures[texture]() : null;
  return new MeshStandardMaterial({ vertexColors: true, roughness, metalness, map });
}
