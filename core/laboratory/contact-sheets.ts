import { numbers, strings, type Table } from '../assembly/table.ts';
import type { ContactSheet } from '../contracts/reporter.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { contactSheet } from '../pictures/contact-sheet.ts';

const columns = 8;
const most = 4 * columns;

type Shown = Pick<StimulusSet, 'id' | 'table' | 'format' | 'frames'>;

/** Pictures that stand for a stimulus set: category by category, as varied as the set allows. */
export async function sampleSheet(stimuli: Shown): Promise<ContactSheet> {
  const rows = sampleRows(stimuli.table);
  const frames = await stimuli.frames(rows);
  return {
    title: stimuli.id,
    caption: describe(stimuli, rows.length),
    picture: contactSheet(frames, { columns: Math.min(columns, rows.length) }),
  };
}

/** Up to 32 rows: of every category the same number, from no variation to the highest where the set has levels. */
function sampleRows(table: Table): number[] {
  const categories = table.columns.category_name ? strings(table, 'category_name') : [];
  const variations = table.columns.variation ? numbers(table, 'variation') : new Float64Array(table.length);
  const byVariation = Array.from({ length: table.length }, (_, row) => row).sort(
    (a, b) => variations[a] - variations[b] || a - b,
  );
  const groups = new Map<string, number[]>();
  for (const row of byVariation) {
    const name = categories[row] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const members = [...groups.values()].slice(0, most);
  const rounds = Math.floor(most / members.length);
  const sample = Array.from({ length: rounds }, (_, round) =>
    members.map((rows) => rows[Math.floor(((round + 0.5) * rows.length) / rounds)]),
  );
  return [...new Set(sample.flat())];
}

function describe({ table, format }: Shown, shown: number): string {
  const categories = table.columns.category_name ? new Set(strings(table, 'category_name')).size : 0;
  const objects = table.columns.object_name ? new Set(strings(table, 'object_name')).size : 0;
  const kinds = categories > 0 ? ` of ${categories} categories and ${objects} objects` : '';
  return `${shown} of ${table.length} pictures${kinds}; ${format.width} x ${format.height} pixels, ${format.degrees} degrees wide.`;
}
