import type { PopulationPortrait, PortraitExample } from '../../../core/contracts/reporter.ts';
import { isCount } from '../../../core/recordings/units.ts';
import { decimal } from '../../../core/reporting/words.ts';
import {
  dotsGutter,
  meanVariance,
  reliabilityHistogram,
  trialDots,
  tuningCurve,
} from '../charts/portrait-charts.ts';
import { type Html, html } from '../page/html.ts';
import { simulatedBadge } from '../page/marks.ts';
import { pictureUri } from '../page/picture-uri.ts';

/** What the neuroids of a region do: reliabilities, variances, and examples with their stimuli. */
export function populationPortrait(portrait: PopulationPortrait): Html {
  const { population, region, simulated, unit, reliabilities, examples } = portrait;
  const name = population === region ? region : `${region} (${population})`;
  const variances = meanVariance(portrait, name);
  return html`<details class="portrait">
    <summary><b>${name}</b>${simulatedBadge(simulated)} reliability, variance, and example neuroids</summary>
    <div class="curves">
      ${reliabilities.length > 0 ? figure(reliabilityHistogram(portrait, name), 'Split-half reliability; dashed: the median.') : null}
      ${variances ? figure(variances, varianceWords(unit)) : null}
    </div>
    ${examples.map((example) => exampleFigures(example, portrait))}
  </details>`;
}

function varianceWords(unit: string): string {
  const line = isCount(unit) ? ' Dashed: variance = mean, as of a Poisson process.' : '';
  return `One dot per neuroid: averages over stimuli.${line}`;
}

function exampleFigures(example: PortraitExample, { unit, simulated }: PopulationPortrait): Html {
  const { neuroid, reliability, pictures } = example;
  const quality = reliability === null ? 'shown once' : `reliability ${decimal(reliability)}`;
  const half = example.stimuli.length / 2;
  const width = pictures.width + dotsGutter;
  const gutter = ((100 * dotsGutter) / width).toFixed(2);
  return html`<div class="curves">
    ${figure(tuningCurve(example, unit), `${neuroid}, ${quality}: mean response to every stimulus.`)}
    <figure style="max-width: ${width}px">
      ${trialDots(example, unit, pictures.width)}
      <img src="${pictureUri(pictures)}" width="${pictures.width}" height="${pictures.height}" style="margin-left: ${gutter}%; width: calc(100% - ${gutter}%)" alt="Best and worst stimuli of ${neuroid}">
      <figcaption>Its ${half} best and ${half} worst stimuli: a dot per repetition${simulated ? ', simulated' : ''}; bars: means.</figcaption>
    </figure>
  </div>`;
}

function figure(chart: Html, caption: string): Html {
  return html`<figure>${chart}<figcaption>${caption}</figcaption></figure>`;
}
