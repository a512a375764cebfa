import type { PictureSize } from '../../core/pictures/picture-size.ts';

const longestHead = 65536;

interface RadianceHead extends PictureSize {
  /** Where the pixels begin, in bytes. */
  readonly start: number;
}

/** What the head of a Radiance picture (.hdr) states; undefined where there is none. */
export function radianceHead(bytes: Uint8Array): RadianceHead | undefined {
  const head = Buffer.from(bytes.subarray(0, longestHead)).toString('latin1');
  const match = /^#\?[\s\S]*?\n-Y (\d+) \+X (\d+)[^\S\n]*\n/.exec(head);
  return match ? { width: Number(match[2]), height: Number(match[1]), start: match[0].length } : undefined;
}

/** Whether all pixels are there: decoders take what is missing for darkness. */
export function isWholeRadiance(bytes: Uint8Array, { width, height, start }: RadianceHead): boolean {
  const inRuns = bytes[start] === 2 && bytes[start + 1] === 2 && bytes[start + 2] < 128;
  if (!inRuns) return bytes.length >= start + 4 * width * height;
  let at = start;
  for (let row = 0; row < height; row++) {
    at += 4;
    for (let filled = 0; filled < 4 * width; ) {
      if (at >= bytes.length) return false;
      const run = bytes[at];
      filled += run > 128 ? run - 128 : run;
      at += run > 128 ? 2 : 1 + run;
    }
  }
  return at <= bytes.length;
}
