import { harmonicsOf } from '../../core/backgrounds/light.ts';
import type { Picture } from '../../core/contracts/pictures.ts';
import { decodePanorama } from './decode-panorama.ts';
import type { PanoramaFile } from './panorama-files.ts';
import { shrunk } from './shrink.ts';
import { displayed, exposed, toneOf, white } from './tone-mapping.ts';

/** A panorama, ready to be looked at. */
export interface Panorama {
  /** As it is displayed, finest first, each level half as wide as the one before; widths are powers of two. */
  readonly levels: readonly Picture[];
  /** Its light in the order of `Illumination.harmonics`, the middle column ahead. */
  readonly harmonics: Float64Array;
}

const largestWidth = 2048;
const smallestWidth = 64;

/** Throws InputError when the file cannot be read. */
export async function readPanorama(file: PanoramaFile): Promise<Panorama> {
  const whole = decodePanorama(await file.read(), file);
  const tone = toneOf(whole, file.format);
  const levels: Picture[] = [];
  let map = whole;
  for (let width = finestWidth(whole.width); width >= smallestWidth; width /= 2) {
    map = shrunk(map, width, width / 2);
    levels.push(displayed(map, tone));
  }
  return { levels, harmonics: harmonicsOf(exposed(map, tone), white, tone.curve) };
}

export function bytesOf({ levels }: Panorama): number {
  return levels.reduce((sum, { data }) => sum + data.length, 0);
}

function finestWidth(width: number): number {
  return 2 ** Math.floor(Math.log2(Math.min(width, largestWidth)));
}
