import type { Frames, Picture, PictureFormat } from '../../core/contracts/pictures.ts';
import { coverageThrough, createAperture, seenThrough } from '../../core/pictures/aperture.ts';
import { withChannels } from '../../core/pictures/channels.ts';
import { equalise, type Region } from '../../core/pictures/equalise.ts';
import { framesOf } from '../../core/pictures/frames.ts';
import type { RenderedObjectsOptions } from './options.ts';

/** What of a picture is equalised. */
type Parts = 'object' | 'picture';

export interface Finished {
  readonly frames: Frames;
  readonly mask: Uint8Array | undefined;
}

/** What happens to pictures after they were drawn: grey or colour, mean and contrast, aperture. */
export interface Finish {
  /** Colours alone, for ground truth. */
  plain(picture: Picture): Frames;
  /** @param parts `object` leaves what the mask does not cover as it is. */
  full(picture: Picture, mask: Uint8Array | undefined, parts: Parts): Finished;
}

export function createFinish(
  { equalise: evenness, aperture: window }: Pick<RenderedObjectsOptions, 'equalise' | 'aperture'>,
  { width, height, channels, degrees }: PictureFormat,
): Finish {
  const perDegree = width / degrees;
  const aperture =
    window && createAperture(width, height, window.diameter * perDegree, window.edge * perDegree);
  const whole: Region = new Float32Array(width * height).fill(1);

  function regionsOf(mask: Uint8Array | undefined, parts: Parts): readonly Region[] {
    if (!mask || (parts === 'picture' && evenness?.over === 'picture')) return [whole];
    const [object, background] = [new Float32Array(mask.length), new Float32Array(mask.length)];
    for (let pixel = 0; pixel < mask.length; pixel++) {
      object[pixel] = mask[pixel] / 255;
      background[pixel] = 1 - object[pixel];
    }
    return parts === 'object' ? [object] : [object, background];
  }

  const plain = (picture: Picture) => withChannels(framesOf(picture), channels);
  return {
    plain,
    full: (picture, mask, parts) => {
      const coloured = plain(picture);
      const even = evenness ? equalise(coloured, regionsOf(mask, parts), evenness, aperture) : coloured;
      if (!aperture) return { frames: even, mask };
      return { frames: seenThrough(even, aperture), mask: mask && coverageThrough(mask, aperture) };
    },
  };
}
