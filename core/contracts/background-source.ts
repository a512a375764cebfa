import type { Picture } from './pictures.ts';
import { extensionPoint } from './plugin.ts';

/** Gives background pictures that know nothing of the object in front. */
export interface BackgroundSource {
  readonly fingerprint?: string;
  /**
   * The picture of a background id (any string); the same id, size and options always give the same bytes.
   * Ids are drawn by the stimulus source from a stream that no other latent reads.
   */
  picture(backgroundId: string, width: number, height: number): Promise<Picture>;
}

export const BackgroundSource = extensionPoint<BackgroundSource>(
  'background-source',
  'a picture per background id',
);
