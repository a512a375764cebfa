/** What a network does to its input, from input to output, as plain data. Equal weight names share their weights. */
export interface NetworkPlan {
  readonly input: { readonly size: number; readonly channels: 1 | 3 };
  readonly operations: readonly Operation[];
  /** Kernels start with variance 2 over their incoming connections, or over their outgoing ones (He et al. 2015). */
  readonly fan: 'in' | 'out';
}

export type Operation =
  | Convolution
  | Normalisation
  | Affine
  | Activation
  | Pooling
  | GlobalAverage
  | Dense
  | Residual
  | ReadableLayer;

/** Padded so that the side of its output is that of its input over the stride, rounded up. */
export interface Convolution {
  readonly kind: 'convolution';
  readonly name: string;
  readonly width: number;
  readonly kernel: number;
  readonly stride: number;
  readonly bias: boolean;
}

export interface Normalisation {
  readonly kind: 'normalisation';
  readonly name: string;
  /**
   * Over the batch (Ioffe & Szegedy 2015), over groups of channels or all of a picture (Wu & He 2018; Ba et al. 2016),
   * or over neighbouring channels (Krizhevsky et al. 2012).
   */
  readonly over: 'batch' | 'group' | 'layer' | 'local-response';
  /** Scales start at 0, so that a residual block starts as its shortcut. */
  readonly startsAtZero?: boolean;
}

/** Every channel times its gain plus its offset: what batch normalisation is while reading. */
export interface Affine {
  readonly kind: 'affine';
  readonly name: string;
}

export type ActivationName = 'relu' | 'elu' | 'leaky-relu' | 'tanh';

export interface Activation {
  readonly kind: 'activation';
  readonly by: ActivationName;
}

export interface Pooling {
  readonly kind: 'pooling';
  readonly by: 'max' | 'average';
  readonly size: number;
  readonly stride: number;
  /** `same` pads as convolutions do; `valid` drops what does not fill a window. */
  readonly pad: 'same' | 'valid';
}

/** Mean over all positions: one unit per channel. */
export interface GlobalAverage {
  readonly kind: 'global-average';
}

/** Fully connected to all units before it. */
export interface Dense {
  readonly kind: 'dense';
  readonly name: string;
  readonly width: number;
  readonly bias: boolean;
}

/** The sum of two branches (He et al. 2016); a shortcut without operations is the input itself. */
export interface Residual {
  readonly kind: 'residual';
  readonly body: readonly Operation[];
  readonly shortcut: readonly Operation[];
}

/** Makes what has come out so far readable, and open to lesions. */
export interface ReadableLayer {
  readonly kind: 'layer';
  readonly name: string;
}
