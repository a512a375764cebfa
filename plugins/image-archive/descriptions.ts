import { type Table, table } from '../../core/assembly/table.ts';
import { InputError } from '../../core/errors/errors.ts';
import type { Files } from './files.ts';
import { type Labels, type LabelTable, labelsByPattern, labelsByRuns, labelsOfRecords } from './labels.ts';
import type { ArchiveOptions } from './options.ts';

/** Table of the stimuli: `stimulus_id`, `filename`, and labels. Throws InputError when labels and files disagree. */
export function describeFiles(
  files: Files,
  options: ArchiveOptions,
  labelled: LabelTable | undefined,
): Table {
  const rows = labelled?.rows;
  const names = rows ? rows.map(({ filename }) => filename) : sorted(pictureNames(files), options.order);
  const missing = names.find((name) => !files.names.includes(name));
  if (missing !== undefined)
    throw new InputError(`${files.place}: holds no file ${missing}, which table names`);
  const labels: Labels = {
    ...(options.pattern !== undefined && labelsByPattern(names, options.pattern, files.place)),
    ...(options.runs && labelsByRuns(names.length, options.runs, files.place)),
    ...(rows && labelsOfRecords(rows)),
  };
  const identities = labels.stimulus_id ? Array.from(labels.stimulus_id, String) : names.map(withoutEnding);
  requireUnique(identities, files.place);
  return table({ ...labels, stimulus_id: identities, filename: names });
}

function pictureNames({ names, place }: Files): readonly string[] {
  const pictures = names.filter((name) => /\.(png|jpe?g)$/i.test(name));
  if (pictures.length > 0) return pictures;
  throw new InputError(`${place}: holds no picture; it needs files that end in .png, .jpg or .jpeg`);
}

function sorted(names: readonly string[], order: ArchiveOptions['order']): readonly string[] {
  const byCharacters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const natural = new Intl.Collator('en', { numeric: true }).compare;
  return names.toSorted((a, b) => (order === 'natural' && natural(a, b)) || byCharacters(a, b));
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^./]*$/, '');
}

function requireUnique(identities: readonly string[], place: string): void {
  const seen = new Set<string>();
  for (const identity of identities) {
    if (seen.has(identity))
      throw new InputError(
        `${place}: stimulus_id ${identity} occurs more than once; name every picture differently`,
      );
    seen.add(identity);
  }
}
