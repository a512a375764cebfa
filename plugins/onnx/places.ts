import type { Readable } from '../../core/backbones/pretrained/named-layers.ts';
import type { GraphMessage, NodeMessage } from './model-message.ts';

export interface Place extends Readable {
  /** Name of the tensor that is read. */
  readonly tensor: string;
}

/**
 * What can be read by which name: the modules of PyTorch that its exporter notes (each gives what its last node gives),
 * nodes (their first output), and every tensor that a node gives. Tensors go before nodes, nodes before modules.
 */
export function readPlaces({ node: nodes }: GraphMessage): ReadonlyMap<string, Place> {
  const firstOutputs = nodes.flatMap((node, position) =>
    node.output[0] ? [{ node, place: { position, tensor: node.output[0] } }] : [],
  );
  return new Map<string, Place>(
    [
      ...firstOutputs.flatMap(({ node, place }) => modulesOf(node).map((name) => [name, place] as const)),
      ...firstOutputs.map(({ node, place }) => [node.name, place] as const),
      ...nodes.flatMap(({ output }, position) =>
        output.map((tensor) => [tensor, { position, tensor }] as const),
      ),
    ].filter(([name]) => name !== ''),
  );
}

/** The modules around a node: torch.onnx writes `['', 'layer1', 'layer1.0', 'layer1.0.relu', 'relu_1']`. */
function modulesOf({ metadata }: NodeMessage): string[] {
  const scopes = metadata.find(({ key }) => key === 'pkg.torch.onnx.name_scopes')?.value ?? '';
  return [...scopes.matchAll(/'([^']*)'/g)].map(([, name]) => name).slice(0, -1);
}
