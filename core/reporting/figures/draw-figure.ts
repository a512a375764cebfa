import type { Figure } from '../../contracts/figures.ts';
import { bars } from './bars.ts';
import { lines } from './lines.ts';
import type { Look } from './look.ts';
import { map } from './map.ts';
import { scatter } from './scatter.ts';

/** The figure as an SVG element whose colours are the variables of `palette.ts`. */
export function drawFigure(figure: Figure, look: Look): string {
  switch (figure.kind) {
    case 'scatter':
      return scatter(figure, look);
    case 'lines':
      return lines(figure, look);
    case 'bars':
      return bars(figure, look);
    case 'map':
      return map(figure, look);
  }
}
