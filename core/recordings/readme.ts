import type { Findings, Group } from './findings.ts';

/** The README of an imported recording. */
export function readmeOf(name: string, source: string, findings: Findings, snippet: string): string {
  const { summary, unit, repetitions, groups, silent } = findings;
  const once = groups.every(({ reliability }) => reliability === null);
  return [
    `# ${name}`,
    '',
    summary,
    '',
    `Imported from \`${source}\`. \`responses.zarr\` holds \`data\`, presentation x neuroid, in ${unit}; every repetition of ` +
      'a stimulus is a presentation of its own, NaN where it is missing. `xarray.open_zarr` opens it with every coordinate.',
    '',
    `Repetitions per stimulus and neuroid: ${repetitions.fewest} to ${repetitions.most}, median ${repetitions.median}.`,
    ...(once ? ['', 'The stimuli were shown once: there is no noise ceiling.'] : []),
    ...(silent.length > 0 ? ['', `No response at all: ${silent.join(', ')}.`] : []),
    '',
    '| region | animal | neuroids | reliability (median, range) |',
    '|---|---|---|---|',
    ...groups.map(rowOf),
    '',
    'Reliability is the split-half correlation over all stimuli, Spearman-Brown corrected, mean of 50 random halvings.',
    '',
    'In a scene beside this folder (`population.yaml`):',
    '',
    '```yaml',
    snippet.trimEnd(),
    '```',
    '',
  ].join('\n');
}

function rowOf({ region, animal, neuroids, reliability }: Group): string {
  const shown = reliability
    ? `${fixed(reliability.median)}, ${fixed(reliability.low)} to ${fixed(reliability.high)}`
    : 'none';
  return `| ${region} | ${animal ?? ''} | ${neuroids} | ${shown} |`;
}

function fixed(value: number): string {
  return value.toFixed(3);
}
