import type { Report, Reporter, ReportFile } from '../../core/contracts/reporter.ts';
import { figureCaption } from '../../core/reporting/figures/caption.ts';
import { drawFigure } from '../../core/reporting/figures/draw-figure.ts';
import { stylesOf } from '../../core/reporting/figures/styles.ts';
import { figureFile, figureNames } from '../../core/reporting/finding-names.ts';
import type { Options } from './index.ts';
import { standalone } from './standalone.ts';

/** Writes every figure of the findings, with title and caption inside, as SVG that needs no style sheet. */
export class FigureFiles implements Reporter {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  async report({ results }: Report): Promise<readonly ReportFile[]> {
    const styles = stylesOf(results.backbones.map(({ family }) => family));
    return figureNames(results.findings).map(({ name, finding, figure }) => {
      const caption = [figureCaption(figure), finding.simulated ? 'Neuroids are simulated.' : ''];
      const heading = { title: figure.title, caption: caption.filter(Boolean).join(' ') };
      const drawing = drawFigure(figure, { width: this.#options.width, styles, heading });
      return { name: figureFile(name), content: standalone(drawing, figure.title) };
    });
  }
}
