import type { ConvolutionalOptions } from './convolutional-options.ts';
import type { NetworkPlan, Operation } from './operations.ts';
import { type Pieces, piecesFor } from './pieces.ts';

/** The network of the given options. */
export function planConvolutional(options: ConvolutionalOptions): NetworkPlan {
  const { family, size, color } = options;
  const pieces = piecesFor(options);
  const widths = options.widths ?? (family === 'plain' ? [16, 32, 64, 128] : [32, 64, 128, 256]);
  const body = { plain, vgg, residual }[family](options, widths, pieces);
  const globalPool = options.globalPool ?? family === 'residual';
  const dense = options.dense ?? (family === 'residual' ? 0 : 256);
  return {
    input: { size, channels: color === 'grey' ? 1 : 3 },
    fan: 'in',
    operations: [
      ...body,
      ...(globalPool ? [{ kind: 'global-average' } as const, layer('pool')] : []),
      ...(dense > 0 ? [...pieces.dense('dense', dense), layer('dense')] : []),
    ],
  };
}

/** Single convolutions, each pooled before it is normalised; local responses are normalised before pooling. */
function plain(
  { kernels = [5, 3, 3, 3], strides, pools, normalisation }: ConvolutionalOptions,
  widths: readonly number[],
  { convolution, normalise, activate }: Pieces,
): Operation[] {
  return widths.flatMap((width, index) => {
    const name = `conv${index + 1}`;
    const pool = maxPool(pools?.[index] ?? 2);
    const finish = [...normalise(name), activate];
    return [
      convolution(name, width, kernels[index] ?? 3, strides?.[index] ?? 1),
      ...(normalisation === 'local-response' ? [...finish.toReversed(), ...pool] : [...pool, ...finish]),
      layer(name),
    ];
  });
}

/** Simonyan & Zisserman (2015). */
function vgg(
  { blocks = [1, 1, 2, 2], kernels, strides, pools }: ConvolutionalOptions,
  widths: readonly number[],
  { convolution, normalise, activate }: Pieces,
): Operation[] {
  return widths.flatMap((width, stage) => {
    const pool = maxPool(pools?.[stage] ?? 2);
    const convolutions = times(blocks[stage] ?? 1, (block) => {
      const name = `conv${stage + 1}_${block + 1}`;
      const stride = block === 0 ? (strides?.[stage] ?? 1) : 1;
      return [
        convolution(name, width, kernels?.[stage] ?? 3, stride),
        ...normalise(name),
        activate,
        layer(name),
      ];
    });
    return [...convolutions, ...pool, ...(pool.length > 0 ? [layer(`pool${stage + 1}`)] : [])];
  });
}

/** Blocks of two convolutions (He et al. 2016, figure 2); the shortcut is projected where its shape changes. */
function residual(
  {
    blocks = [2, 2, 2, 2],
    kernels,
    strides,
    stem = { kernel: 3, stride: 1, pool: 2 },
    startAsShortcut,
  }: ConvolutionalOptions,
  widths: readonly number[],
  { convolution, normalise, activate }: Pieces,
): Operation[] {
  const stages = widths.flatMap((width, stage) =>
    times(blocks[stage] ?? 2, (block) => {
      const name = `stage${stage + 1}.block${block + 1}`;
      const stride = block === 0 ? (strides?.[stage] ?? (stage === 0 ? 1 : 2)) : 1;
      const before = stage === 0 ? widths[0] : widths[stage - 1];
      const projected = block === 0 && (stride > 1 || width !== before);
      const kernel = kernels?.[stage] ?? 3;
      return [
        {
          kind: 'residual',
          body: [
            convolution(`${name}/first`, width, kernel, stride),
            ...normalise(`${name}/first`),
            activate,
            convolution(`${name}/second`, width, kernel, 1),
            ...normalise(`${name}/second`, startAsShortcut),
          ],
          shortcut: projected
            ? [convolution(`${name}/shortcut`, width, 1, stride), ...normalise(`${name}/shortcut`)]
            : [],
        },
        activate,
        layer(name),
      ];
    }),
  );
  return [
    convolution('stem', widths[0], stem.kernel, stem.stride),
    ...normalise('stem'),
    activate,
    ...maxPool(stem.pool),
    layer('stem'),
    ...stages,
  ];
}

function maxPool(size: number): Operation[] {
  return size > 1 ? [{ kind: 'pooling', by: 'max', size, stride: size, pad: 'valid' }] : [];
}

function layer(name: string): Operation {
  return { kind: 'layer', name };
}

function times(count: number, make: (index: number) => Operation[]): Operation[] {
  return Array.from({ length: count }, (_, index) => make(index)).flat();
}
