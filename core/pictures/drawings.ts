import type { Drawing } from '../contracts/stimuli.ts';
import { joinFrames } from './frames.ts';

/** Drawings one behind the other; masks and the like only where every one has them. */
export function joinDrawings(drawings: readonly Drawing[]): Drawing {
  const masks = drawings.flatMap((drawing) => (drawing.masks ? [drawing.masks] : []));
  const visible = drawings.flatMap((drawing) => (drawing.visible ? [drawing.visible] : []));
  const geometry = drawings.flatMap((drawing) => (drawing.geometry ? [drawing.geometry] : []));
  const isComplete = (parts: readonly unknown[]) => parts.length === drawings.length;
  return {
    frames: joinFrames(drawings.map(({ frames }) => frames)),
    ...(isComplete(masks) && { masks: joinFrames(masks) }),
    ...(isComplete(visible) && {
      visible: Float64Array.from(visible.flatMap((shares) => Array.from(shares))),
    }),
    ...(isComplete(geometry) && { geometry: geometry.flat() }),
  };
}
