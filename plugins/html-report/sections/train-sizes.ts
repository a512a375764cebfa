import type { Figure } from '../../../core/contracts/figures.ts';
import type { TrainSizeScore } from '../../../core/contracts/results.ts';
import { figureCaption } from '../../../core/reporting/figures/caption.ts';
import type { Style } from '../../../core/reporting/figures/styles.ts';
import { inlineFigure } from '../charts/inline.ts';
import { type Html, html } from '../page/html.ts';
import { simulatedBadge } from '../page/marks.ts';
import { type Section, section } from '../page/section.ts';

const width = 500;

/** How scores grow with the number of training stimuli; nothing where no protocol asks for it. */
export function trainSizes(scores: readonly TrainSizeScore[], styles: readonly Style[]): Section | null {
  if (scores.length === 0) return null;
  const nameOf = ({ population, region, protocol }: TrainSizeScore) =>
    JSON.stringify([population, region, protocol]);
  const names = [...new Set(scores.map(nameOf))];
  return section(
    'train-sizes',
    'Number of training stimuli',
    html`<p>Every backbone as a whole, its layer chosen inside the training stimuli; each training set lies within the next
      larger one, and all are tested on the same stimuli.</p>
    <div class="curves">${names.map((name) =>
      panel(
        scores.filter((score) => nameOf(score) === name),
        styles,
      ),
    )}</div>`,
  );
}

function panel(own: readonly TrainSizeScore[], styles: readonly Style[]): Html {
  const [{ region, population, protocol, simulated }] = own;
  const name = population === region ? region : `${region} (${population})`;
  const figure = trainSizeFigure(`${name}, ${protocol}`, own);
  return html`<figure>
    ${inlineFigure(figure, styles, width)}
    <figcaption><b>${name}</b>${simulatedBadge(simulated)} ${protocol}. ${figureCaption(figure)}</figcaption>
  </figure>`;
}

/** Ceiled scores, raw r where there is no ceiling. */
function trainSizeFigure(title: string, scores: readonly TrainSizeScore[]): Figure {
  const ceiled = scores.every((score) => score.ceiled !== null);
  const backbones = new Map(scores.map(({ backbone, family }) => [backbone, family]));
  return {
    kind: 'lines',
    title,
    x: 'training stimuli',
    y: ceiled ? 'ceiled' : 'raw r',
    logX: true,
    series: Array.from(backbones, ([backbone, family]) => ({
      label: backbone,
      group: family,
      points: scores
        .filter((score) => score.backbone === backbone)
        .map((score) => ({
          x: score.trainStimuli,
          y: (ceiled ? score.ceiled : score.raw) ?? score.raw,
          interval: (ceiled ? score.interval : score.rawInterval) ?? score.rawInterval,
        })),
    })),
  };
}
