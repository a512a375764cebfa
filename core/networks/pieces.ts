import type { Activation, ActivationName, Convolution, Normalisation, Operation } from './operations.ts';

/** The recurring pieces of a network that normalises and rectifies in one way. */
export interface Pieces {
  /** With a bias where nothing follows that shifts. */
  convolution(name: string, width: number, kernel: number, stride: number): Convolution;
  /** Nothing where the network does not normalise. */
  normalise(name: string, startsAtZero?: boolean): Normalisation[];
  readonly activate: Activation;
  /** Fully connected units, normalised and rectified. */
  dense(name: string, width: number): Operation[];
}

export function piecesFor({
  normalisation,
  activation,
}: {
  readonly normalisation: Normalisation['over'] | 'none';
  readonly activation: ActivationName;
}): Pieces {
  const bias = normalisation === 'none' || normalisation === 'local-response';
  const activate: Activation = { kind: 'activation', by: activation };
  const normalise = (name: string, startsAtZero = false): Normalisation[] =>
    normalisation === 'none' ? [] : [{ kind: 'normalisation', name, over: normalisation, startsAtZero }];
  return {
    activate,
    normalise,
    convolution: (name, width, kernel, stride) => ({
      kind: 'convolution',
      name,
      width,
      kernel,
      stride,
      bias,
    }),
    dense: (name, width) => [
      { kind: 'dense', name, width, bias },
      ...(bias ? [] : normalise(name)),
      activate,
    ],
  };
}
