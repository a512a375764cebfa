import { z } from 'zod';
import type { Readable } from '../../core/backbones/pretrained/named-layers.ts';
import { InputError } from '../../core/errors/errors.ts';

const GraphSchema = z.looseObject({
  node: z.array(z.looseObject({ name: z.string(), op: z.string() })),
});

export interface GraphNode extends Readable {
  /** Its name in the graph. */
  readonly node: string;
}

/** The nodes that compute something, by name, in the order of the file: the converter writes inputs first. */
export function readNodes(topology: unknown, file: string): ReadonlyMap<string, GraphNode> {
  const { data, error } = GraphSchema.safeParse(topology);
  if (!data) {
    const [{ path, message }] = error.issues;
    throw new InputError(`the graph is damaged at ${path.join('.')}: ${message}.`, { file });
  }
  const computing = data.node.filter(({ op }) => op !== 'Const');
  return new Map(computing.map(({ name }, position) => [name, { position, node: name }]));
}
