import type { Heading } from './frame.ts';
import type { Style } from './styles.ts';

/** How a figure is drawn. */
export interface Look {
  /** In pixels; text stays at its size. */
  readonly width: number;
  /** Of the groups that the whole report shows. */
  readonly styles: readonly Style[];
  /** Title and caption inside the drawing, for figures that stand alone. */
  readonly heading?: Heading;
}
