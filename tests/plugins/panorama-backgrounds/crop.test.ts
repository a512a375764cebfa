import { expect, test } from '@jest/globals';
import type { Picture } from '../../../core/contracts/pictures.ts';
import { crop } from '../../../plugins/panorama-backgrounds/crop.ts';
import { planeOf, type View } from '../../../plugins/panorama-backgrounds/view.ts';

const texels = 1024;
/** Red rises and falls once in 128 columns, green in 128 rows: two levels per texel. */
const ramp: Picture = {
  width: texels,
  height: texels / 2,
  data: Uint8Array.from({ length: (texels * texels * 3) / 2 }, (_, at) => {
    const texel = Math.floor(at / 3);
    const place = at % 3 === 0 ? texel % texels : Math.floor(texel / texels);
    return at % 3 === 2 ? 0 : 2 * Math.abs((place % 128) - 64);
  }),
};

/** What the ramp has at a place, without interpolation between exact places. */
function exact(view: View, size: number, x: number, y: number): [number, number] {
  const [half] = planeOf(view, size, size);
  const [right, up] = [half * ((2 * x + 1) / size - 1), half * (1 - (2 * y + 1) / size)];
  const depth = Math.cos(view.pitch) - up * Math.sin(view.pitch);
  const lift = up * Math.cos(view.pitch) + Math.sin(view.pitch);
  const perRadian = texels / (2 * Math.PI);
  const column = (view.azimuth + Math.atan2(right, depth)) * perRadian - 0.5;
  const row = (Math.PI / 2 - Math.atan2(lift, Math.hypot(right, depth))) * perRadian - 0.5;
  return [column, row];
}

test.each([64, 128])('%d pixels show what lies in their direction, to less than a quarter texel', (size) => {
  const view: View = {
    panorama: 0,
    azimuth: 2,
    pitch: 0.34,
    halfAngle: (50 * Math.PI) / 180,
    mirror: false,
  };
  const { data } = crop([ramp], view, 'all', size, size);
  let furthest = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      exact(view, size, x, y).forEach((place, channel) => {
        const [within, edge] = [place % 128, Math.min(place % 64, 64 - (place % 64))];
        // Half a level is lost by rounding; the ramp is straight but at its turning points.
        if (edge > 2)
          furthest = Math.max(
            furthest,
            Math.abs(data[3 * (y * size + x) + channel] / 2 - Math.abs(within - 64)) - 0.25,
          );
      });
  const texelsPerPixel = texels / (2 * Math.PI) / (size / (2 * Math.tan(view.halfAngle)));
  expect(furthest / texelsPerPixel).toBeLessThan(0.25);
});
