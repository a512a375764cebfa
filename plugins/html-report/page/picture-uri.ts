import type { Picture } from '../../../core/contracts/pictures.ts';
import { encodePng } from '../../../core/pictures/png.ts';

/** A picture as a `data:` address, so that it stands inside the page. */
export function pictureUri(picture: Picture): string {
  return `data:image/png;base64,${Buffer.from(encodePng(picture)).toString('base64')}`;
}
