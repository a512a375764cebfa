import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { Html } from '../page/html.ts';

/** Draws a chart without a browser, as inline SVG that reads its text alternative from `description`. */
export function draw(description: string, options: Plot.PlotOptions): Html {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const chart = Plot.plot({ ...options, document, style: { fontSize: '12px', fontFamily: 'inherit' } });
  chart.querySelector('style')?.remove();
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', description);
  return new Html(chart.outerHTML);
}
