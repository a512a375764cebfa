import type { PlotOptions } from '@observablehq/plot';
import type { Figure } from '../../../core/contracts/figures.ts';
import { drawFigure } from '../../../core/reporting/figures/draw-figure.ts';
import { draw } from '../../../core/reporting/figures/drawing.ts';
import type { Style } from '../../../core/reporting/figures/styles.ts';
import { Html } from '../page/html.ts';

/** A chart inside the page. */
export function inline(description: string, options: PlotOptions): Html {
  return new Html(draw(description, options));
}

/** A figure inside the page, its title and caption left to the page. */
export function inlineFigure(figure: Figure, styles: readonly Style[], width: number): Html {
  return new Html(drawFigure(figure, { width, styles }));
}
