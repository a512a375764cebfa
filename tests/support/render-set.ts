import type { Frames } from '../../core/contracts/pictures.ts';
import type { Appearance, StimulusSource } from '../../core/contracts/stimuli.ts';
import { joinFrames } from '../../core/pictures/frames.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import panoramas from '../../plugins/panorama-backgrounds/index.ts';
import proceduralObjects from '../../plugins/procedural-objects/index.ts';
import renderedObjects from '../../plugins/rendered-objects/index.ts';
import { createSoftwareRenderer } from '../../plugins/software-renderer/software-renderer.ts';
import { type StimulusParts, selectStimuli } from './stimuli.ts';

const random = createRandomStreams('measure');
const at = (id: string) => ({ id, random: random.scope(id), resolvePath: (path: string) => path });

/** Procedural objects on panoramas by the software renderer, in memory; without `presented`, the object alone stands for it. */
export async function renderSet(
  id: string,
  objects: object,
  views: object,
  appearances: readonly Appearance[] = ['presented', 'object-alone'],
): Promise<StimulusParts> {
  const source: StimulusSource = await renderedObjects.create(
    renderedObjects.options.parse(views),
    {
      renderer: createSoftwareRenderer(2),
      objects: await proceduralObjects.create(proceduralObjects.options.parse(objects), {}, at('objects')),
      backgrounds: await panoramas.create(panoramas.options.parse({}), {}, at('backgrounds')),
    },
    at(id),
  );
  const { table, format } = await source.describe();
  const drawn = new Map<Appearance, Frames>();
  for (const appearance of appearances) {
    const blocks: Frames[] = [];
    for (let start = 0; start < table.length; start += 64) {
      const rows = Array.from({ length: Math.min(64, table.length - start) }, (_, row) => start + row);
      blocks.push((await source.draw(rows, appearance)).frames);
    }
    drawn.set(appearance, joinFrames(blocks));
  }
  const objectAlone = drawn.get('object-alone');
  const presented = drawn.get('presented') ?? objectAlone;
  if (!presented) throw new RangeError('nothing was drawn');
  return { id, table, presented, ...(objectAlone && { objectAlone }), degrees: format.degrees, block: 64 };
}

/** The pictures in which a column has a value. */
export function where(parts: StimulusParts, column: string, value: unknown): StimulusParts {
  const values = Array.from(parts.table.columns[column] as ArrayLike<unknown>);
  return selectStimuli(
    parts,
    Array.from(values.keys()).filter((row) => values[row] === value),
  );
}
