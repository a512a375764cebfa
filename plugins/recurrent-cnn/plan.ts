import type { NetworkPlan, Operation } from '../../core/networks/operations.ts';
import { type Pieces, piecesFor } from '../../core/networks/pieces.ts';
import type { RecurrentOptions } from './options.ts';

type RecurrentArea = keyof RecurrentOptions['steps'];

/** CORnet-S (Kubilius et al. 2019, figure 1), unrolled in time: steps share convolutions, but not normalisations. */
export function planRecurrent(options: RecurrentOptions): NetworkPlan {
  const pieces = piecesFor(options);
  const areas: RecurrentArea[] = ['V2', 'V4', 'IT'];
  return {
    input: { size: options.size, channels: options.color === 'grey' ? 1 : 3 },
    fan: 'out',
    operations: [
      ...firstArea(options, pieces),
      ...areas.flatMap((area) => recurrentArea(area, options, pieces)),
      { kind: 'global-average' },
      { kind: 'layer', name: 'pool' },
    ],
  };
}

function firstArea(
  { widths, stem }: RecurrentOptions,
  { convolution, normalise, activate }: Pieces,
): Operation[] {
  const pool: Operation = { kind: 'pooling', by: 'max', size: 3, stride: stem.pool, pad: 'same' };
  return [
    convolution('V1/conv1', widths.V1, stem.kernel, stem.stride),
    ...normalise('V1/conv1'),
    activate,
    ...(stem.pool > 1 ? [pool] : []),
    convolution('V1/conv2', widths.V1, 3, 1),
    ...normalise('V1/conv2'),
    activate,
    { kind: 'layer', name: 'V1' },
  ];
}

/** The first step halves the map; later ones take the output of the step before. */
function recurrentArea(
  area: RecurrentArea,
  { widths, steps, bottleneck }: RecurrentOptions,
  { convolution, normalise, activate }: Pieces,
): Operation[] {
  const width = widths[area];
  const inner = width * bottleneck;
  const unrolled = Array.from({ length: steps[area] }, (_, index): Operation[] => {
    const name = `${area}.step${index + 1}`;
    const stride = index === 0 ? 2 : 1;
    return [
      {
        kind: 'residual',
        body: [
          convolution(`${area}/conv1`, inner, 1, 1),
          ...normalise(`${name}/conv1`),
          activate,
          convolution(`${area}/conv2`, inner, 3, stride),
          ...normalise(`${name}/conv2`),
          activate,
          convolution(`${area}/conv3`, width, 1, 1),
          ...normalise(`${name}/conv3`),
        ],
        shortcut:
          index === 0 ? [convolution(`${area}/skip`, width, 1, stride), ...normalise(`${area}/skip`)] : [],
      },
      activate,
      { kind: 'layer', name },
    ];
  });
  return [convolution(`${area}/input`, width, 1, 1), ...unrolled.flat()];
}
