import type { Matrix } from '../contracts/linear-algebra.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import { InputError } from '../errors/errors.ts';
import type { StagedBackbone } from './staged-backbone.ts';

/** What the output layer of a trained backbone says of every stimulus, `[stimuli, outputs]`. */
export async function headOutputs(backbone: StagedBackbone, stimuli: StimulusSet): Promise<Matrix> {
  const { trainable } = await backbone.ready();
  const outputsOf = backbone.training && trainable?.outputs;
  if (!outputsOf)
    throw new InputError(`the backbone "${backbone.id}" has no outputs; only trained networks have some.`);
  const blocks: Float32Array[] = [];
  for await (const { frames } of stimuli.blocks()) blocks.push(await outputsOf(frames, stimuli.format));
  const rows = stimuli.table.length;
  const data = Float64Array.from(blocks.flatMap((block) => Array.from(block)));
  return { rows, columns: data.length / rows, data };
}
