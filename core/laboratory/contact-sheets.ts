import { strings, type Table } from '../assembly/table.ts';
import type { ContactSheet } from '../contracts/reporter.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { contactSheet } from '../pictures/contact-sheet.ts';

const columns = 8;
const most = 4 * columns;

/** Pictures that stand for a stimulus set: category by category, as varied as the set allows. */
export async function sampleSheet(stimuli: StimulusSet): Promise<ContactSheet> {
  const rows = sampleRows(stimuli.table);
  const frames = await stimuli.frames(rows);
  return {
    title: stimuli.id,
    caption: describe(stimuli, rows.length),
    picture: contactSheet(frames, { columns: Math.min(columns, rows.length) }),
  };
}

/** Up to 32 rows: one of every category in turn, each time from further down its own rows. */
function sampleRows(table: Table): number[] {
  const categories = table.columns.category_name ? strings(table, 'category_name') : undefined;
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.length; row++) {
    const name = categories?.[row] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const members = [...groups.values()];
  const rounds = Math.max(1, Math.floor(most / members.length));
  const sample = Array.from({ length: rounds }, (_, round) =>
    members.map((rows) => rows[Math.floor(((round + 0.5) * rows.length) / rounds)]),
  );
  return [...new Set(sample.flat())].slice(0, most);
}

function describe({ table, format }: StimulusSet, shown: number): string {
  const categories = table.columns.category_name ? new Set(strings(table, 'category_name')).size : 0;
  const objects = table.columns.object_name ? new Set(strings(table, 'object_name')).size : 0;
  const kinds = categories > 0 ? ` of ${categories} categories and ${objects} objects` : '';
  return `${shown} of ${table.length} pictures${kinds}; ${format.width} x ${format.height} pixels, ${format.degrees} degrees wide.`;
}
