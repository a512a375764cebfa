import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Calibration, calibrate } from './calibrate.ts';
import { calibrationSection, replaceSections } from './calibration-page.ts';

/**
 * Writes docs/calibration.md: `npm run calibrate`, or `npm run calibrate -- NAME ...` for some hypotheses, each a file in
 * the folder hypotheses; `--repeats 1000` for narrower intervals than 400 give.
 */

const { values, positionals: asked } = parseArgs({
  options: { repeats: { type: 'string', default: '400' } },
  allowPositionals: true,
});
const repeats = Number(values.repeats);
const seed = 'calibration';
const folder = new URL('hypotheses/', import.meta.url);
const page = fileURLToPath(new URL('../../../docs/calibration.md', import.meta.url));

const known = (await readdir(folder)).map((file) => basename(file, '.ts')).toSorted();
const sections = new Map<string, string>();
for (const name of asked.length > 0 ? asked : known) {
  const { default: calibration }: { default: Calibration } = await import(new URL(`${name}.ts`, folder).href);
  const rows = [];
  for (const world of calibration.worlds) {
    rows.push({ world, rates: await calibrate(world, { repeats, seed }) });
    process.stderr.write(`${name}: ${world.is}, ${JSON.stringify(rows.at(-1)?.rates.counts)}\n`);
  }
  sections.set(name, calibrationSection(name, rows));
}
const before = await readFile(page, 'utf8').catch(() => '');
await writeFile(page, replaceSections(before, sections));
