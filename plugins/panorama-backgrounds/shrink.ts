import type { LightMap } from '../../core/backgrounds/light.ts';

const { ceil, floor, max, min } = Math;

/** A map of another size, no larger than the one given; every new texel is the mean of what it covers. */
export function shrunk(map: LightMap, width: number, height: number): LightMap {
  if (map.width === width && map.height === height) return map;
  const data = new Float32Array(width * height * 3);
  const columns = overlaps(map.width, width);
  for (const down of overlaps(map.height, height))
    for (const across of columns) {
      const from = (down.from * map.width + across.from) * 3;
      const to = (down.to * width + across.to) * 3;
      const share = down.share * across.share;
      for (let channel = 0; channel < 3; channel++) data[to + channel] += share * map.data[from + channel];
    }
  return { width, height, data };
}

/** Which old texels each new one covers, and with which share of it. */
function overlaps(from: number, to: number): { from: number; to: number; share: number }[] {
  const ratio = from / to;
  return Array.from({ length: to }, (_, place) => {
    const [start, end] = [place * ratio, (place + 1) * ratio];
    const first = floor(start + 1e-9);
    return Array.from({ length: ceil(end - 1e-9) - first }, (_, index) => ({
      from: first + index,
      to: place,
      share: (min(end, first + index + 1) - max(start, first + index)) / ratio,
    }));
  }).flat();
}
