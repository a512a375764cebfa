import type { Object3D } from 'three';
import type { Renderer, Rendering } from '../../core/contracts/renderer.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import type { Lighting } from '../../core/stage/lights.ts';
import { createTheatre } from '../../core/stage/theatre.ts';

const size = 128;
const theatre = createTheatre(size, size);
const { uniform } = createRandomStreams('agreement').stream('views');

/** Nine times red, green, blue: brighter and bluish from above, reddish from the left. */
const dusk = Float64Array.from([
  ...[0.9, 0.8, 0.7, 0.4, 0.45, 0.6, 0.1, 0.1, 0.1, -0.25, -0.2, -0.1, 0.05, 0, 0],
  ...[0.1, 0.1, 0, -0.05, 0, 0.1, 0.1, 0.05, 0, 0.1, 0, 0.05],
]);

/** The kinds of light that a scene can ask for. */
export const lightings: Readonly<Record<string, () => Lighting>> = {
  'the fixed light': () => 'fixed',
  'lamps from anywhere': () => ({
    azimuth: uniform(-180, 180),
    elevation: uniform(-20, 80),
    strength: uniform(0.6, 1.4),
    ambient: uniform(0.2, 0.6),
  }),
  'a light probe': () => ({ harmonics: dusk }),
};

/** How two renderers agree on objects at V6, each in a view of its own. */
export interface Agreement {
  /** Median over the objects of the intersection over union of their masks. */
  readonly overlap: number;
  /** Largest relative difference of the objects' mean luminance. */
  readonly luminance: number;
  /** Mean over the objects of the absolute difference of their pixels, 0 … 255. */
  readonly difference: number;
}

export async function compareOn(
  objects: readonly Object3D[],
  lighting: () => Lighting,
  [one, other]: readonly Renderer[],
): Promise<Agreement> {
  const overlaps: number[] = [];
  const luminances: number[] = [];
  const differences: number[] = [];
  for (const object of objects) {
    const latents = {
      s: 1.6 ** uniform(-1, 1),
      ty: uniform(-0.6, 0.6),
      tz: uniform(-1.2, 1.2),
      rxy: uniform(-90, 90),
      rxz: uniform(-90, 90),
      ryz: uniform(-168, 168),
    };
    const stage = theatre.set({ object, latents, background: undefined, lighting: lighting() });
    const [ours, theirs] = [await one.render(stage), await other.render(stage)];
    const visible = ours.mask.filter((coverage) => coverage === 255).length;
    if (visible < 30) continue;
    overlaps.push(overlap(ours, theirs));
    luminances.push(Math.abs(luminance(ours) / luminance(theirs) - 1));
    differences.push(difference(ours, theirs));
  }
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return { overlap: median(overlaps), luminance: Math.max(...luminances), difference: mean };
}

/** Intersection over union of the masks. */
function overlap({ mask: ours }: Rendering, { mask: theirs }: Rendering): number {
  const shared = ours.reduce((sum, coverage, pixel) => sum + Math.min(coverage, theirs[pixel]), 0);
  const either = ours.reduce((sum, coverage, pixel) => sum + Math.max(coverage, theirs[pixel]), 0);
  return shared / either;
}

/** Mean luma (Rec. 709) of the pixels that show nothing but the object. */
function luminance({ pixels, mask }: Rendering): number {
  let sum = 0;
  let count = 0;
  mask.forEach((coverage, pixel) => {
    if (coverage < 255) return;
    const [red, green, blue] = pixels.subarray(3 * pixel, 3 * pixel + 3);
    sum += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    count++;
  });
  return sum / count;
}

function difference({ pixels: ours, mask }: Rendering, { pixels: theirs }: Rendering): number {
  const shown = ours
    .map((value, index) => Math.abs(value - theirs[index]))
    .filter((_, index) => mask[Math.floor(index / 3)] > 0);
  return shown.reduce((sum, value) => sum + value, 0) / shown.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
