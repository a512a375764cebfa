import type { Matrix } from '../contracts/linear-algebra.ts';
import type { StimulusSet } from '../contracts/stimuli.ts';
import type { Trainable } from '../contracts/training.ts';
import { InputError } from '../errors/errors.ts';
import type { StagedBackbone } from './staged-backbone.ts';

/** What the output layer of a trained backbone says of every stimulus, `[stimuli, outputs]`. */
export async function headOutputs(backbone: StagedBackbone, stimuli: StimulusSet): Promise<Matrix> {
  const { outputs, outputNames } = await trainedHead(backbone);
  const rows = stimuli.table.length;
  const columns = outputNames().length;
  const data = new Float64Array(rows * columns);
  for await (const { start, frames } of stimuli.blocks())
    data.set(await outputs(frames, stimuli.format), start * columns);
  return { rows, columns, data };
}

/** Names of the outputs, in order. */
export async function headOutputNames(backbone: StagedBackbone): Promise<readonly string[]> {
  return (await trainedHead(backbone)).outputNames();
}

async function trainedHead(
  backbone: StagedBackbone,
): Promise<Required<Pick<Trainable, 'outputs' | 'outputNames'>>> {
  const { trainable } = await backbone.ready();
  const { outputs, outputNames } = trainable ?? {};
  if (backbone.training && outputs && outputNames) return { outputs, outputNames };
  throw new InputError(`the backbone "${backbone.id}" has no outputs; only trained networks have some.`);
}
