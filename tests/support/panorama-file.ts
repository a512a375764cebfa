import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Radiance picture (.hdr, flat RGBE pixels). @param colour red, green and blue light of a pixel, 0 … 1 */
export function radianceFile(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Uint8Array {
  const header = new TextEncoder().encode(`#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y ${height} +X ${width}\n`);
  const rows = Array.from({ length: height }, (_, y) => encodeRow(width, (x) => colour(x, y)));
  return Uint8Array.from([...header, ...rows.flat()]);
}

/** One scan line, each component in runs of literal bytes. */
function encodeRow(width: number, colour: (x: number) => readonly [number, number, number]): number[] {
  const pixels = Array.from({ length: width }, (_, x) => rgbe(colour(x)));
  const components = [0, 1, 2, 3].flatMap((component) =>
    inRuns(pixels.map((pixel) => pixel[component])).flatMap((run) => [run.length, ...run]),
  );
  return [2, 2, width >> 8, width & 255, ...components];
}

function inRuns(values: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(values.length / 128) }, (_, run) =>
    values.slice(run * 128, (run + 1) * 128),
  );
}

function rgbe(colour: readonly [number, number, number]): readonly number[] {
  const largest = Math.max(...colour);
  if (largest === 0) return [0, 0, 0, 0];
  const exponent = Math.floor(Math.log2(largest)) + 1;
  return [...colour.map((light) => Math.min(255, Math.floor((light * 256) / 2 ** exponent))), exponent + 128];
}

/** A new folder with two panoramas in it; the left half of each is reddish, the right half bluish. */
export async function temporaryPanoramas(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'neuroid-panoramas-'));
  for (const [name, grain] of [
    ['coarse.hdr', 7],
    ['fine.hdr', 3],
  ] as const) {
    const file = radianceFile(128, 64, (x, y) => {
      const light = 0.05 + ((x * grain + y * y) % 11) / 20;
      return x < 64 ? [light, light / 3, 0] : [0, light / 3, light];
    });
    await writeFile(join(folder, name), file);
  }
  return folder;
}
