import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/**
 * Draws a chart without a browser. Colours may be the variables of `palette.ts`, which a page or `standalone` defines.
 * @returns an SVG element that reads its text alternative from `description`.
 */
export function draw(description: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const chart = Plot.plot({ ...options, document, style: { fontSize: '12px', fontFamily: 'inherit' } });
  chart.querySelector('style')?.remove();
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', description);
  return chart.outerHTML;
}
