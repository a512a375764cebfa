import type { Table } from '../../core/assembly/table.ts';
import type { PictureFormat } from '../../core/contracts/pictures.ts';
import type { Drawing, StimulusDescriptions, StimulusSource } from '../../core/contracts/stimuli.ts';
import { InputError } from '../../core/errors/errors.ts';
import { joinDrawings } from '../../core/pictures/drawings.ts';
import { chooseRows } from './choose-rows.ts';
import { joinTables, labelled } from './join-tables.ts';
import type { Taken } from './options.ts';

interface Part {
  readonly source: StimulusSource;
  readonly described: StimulusDescriptions;
  readonly rows: readonly number[];
  readonly table: Table;
}

/** Throws InputError when sets differ in format, columns do not fit, or nothing is left of one. */
export async function createJoinedStimuli(
  from: readonly Taken[],
  sources: ReadonlyMap<string, StimulusSource>,
): Promise<StimulusSource> {
  const parts: Part[] = [];
  for (const taken of from) parts.push(await takePart(taken, sources));
  const { format } = parts[0].described;
  for (const [index, { described }] of parts.entries())
    requireFormat(described.format, format, from[index].set, from[0].set);
  const places = parts.flatMap((part) => part.rows.map((row) => ({ source: part.source, row })));
  const appearances = parts
    .map(({ described }) => described.appearances)
    .reduce((common, own) => common.filter((appearance) => own.includes(appearance)));
  const fingerprint = parts.flatMap(({ described }) => described.fingerprint ?? []).join(' ');
  const renderedBy = [...new Set(parts.flatMap(({ source }) => source.renderedBy ?? []))].join(', ');

  return {
    ...(renderedBy && { renderedBy }),
    describe: async () => ({
      table: joinTables(parts.map(({ table }) => table)),
      format,
      appearances,
      ...(fingerprint && { fingerprint }),
    }),
    draw: async (rows, appearance, options) => {
      const drawings: Drawing[] = [];
      for (const row of rows) {
        const place = places[row];
        if (!place) throw new RangeError(`row ${row} does not exist; there are ${places.length} stimuli`);
        drawings.push(await place.source.draw([place.row], appearance, options));
      }
      return joinDrawings(drawings);
    },
  };
}

async function takePart(taken: Taken, sources: ReadonlyMap<string, StimulusSource>): Promise<Part> {
  const source = sources.get(taken.set);
  if (!source) throw new InputError(`there is no stimulus set "${taken.set}" to join.`);
  const described = await source.describe();
  const rows = chooseRows(described.table, taken);
  return { source, described, rows, table: labelled(described.table, rows, taken) };
}

function requireFormat(own: PictureFormat, first: PictureFormat, set: string, firstSet: string): void {
  const describe = ({ width, height, channels, degrees }: PictureFormat) =>
    `${width} x ${height} pixels, ${channels === 1 ? 'grey' : 'rgb'}, ${degrees} degrees`;
  if (describe(own) === describe(first)) return;
  throw new InputError(
    `the pictures of "${set}" (${describe(own)}) cannot be joined with those of "${firstSet}" (${describe(first)}); ` +
      'give both sets the same size, color and degrees.',
  );
}
