import { parseHTML } from 'linkedom';
import { light, variables } from '../../core/reporting/palette.ts';

const colours = variables(light);
const namespace = 'http://www.w3.org/2000/svg';
const margin = 14;
const fonts = "Helvetica, Arial, 'Liberation Sans', sans-serif";

/** A drawing as a file: its own fonts, ground, title and colours, so that it looks alike wherever it is put. */
export function standalone(drawing: string, title: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${drawing}</body></html>`);
  const chart = document.querySelector('svg');
  if (!chart) throw new TypeError('a figure without drawing');
  chart.setAttribute('xmlns', namespace);
  chart.setAttribute('font-family', fonts);
  chart.setAttribute('font-size', '12');
  chart.setAttribute('color', light.ink);
  for (const attribute of ['style', 'class']) chart.removeAttribute(attribute);
  const [width, height] = ['width', 'height'].map((name) => Number(chart.getAttribute(name)) + 2 * margin);
  const sides = { x: -margin, y: -margin, width, height };
  chart.setAttribute('viewBox', Object.values(sides).join(' '));
  chart.setAttribute('width', String(width));
  chart.setAttribute('height', String(height));
  const name = document.createElementNS(namespace, 'title');
  name.textContent = title;
  const ground = document.createElementNS(namespace, 'rect');
  for (const [side, value] of Object.entries(sides)) ground.setAttribute(side, String(value));
  ground.setAttribute('fill', light.surface);
  chart.prepend(name, ground);
  return `${chart.outerHTML.replace(/var\((--[\w-]+)\)/g, (use: string, variable: string) => colours.get(variable) ?? use)}\n`;
}
