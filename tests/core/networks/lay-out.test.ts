import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../core/errors/errors.ts';
import { convolutionalOptions } from '../../../core/networks/convolutional-options.ts';
import { planConvolutional } from '../../../core/networks/convolutional-plan.ts';
import { layOut } from '../../../core/networks/lay-out.ts';
import { recurrentOptions } from '../../../plugins/recurrent-cnn/options.ts';
import { planRecurrent } from '../../../plugins/recurrent-cnn/plan.ts';

const cnn = (options: object) => layOut(planConvolutional(convolutionalOptions.parse(options)));
const recurrent = (options: object) => layOut(planRecurrent(recurrentOptions.parse(options)));
const summary = ({ layers }: ReturnType<typeof layOut>) =>
  layers.map(({ name, shape, receptiveField }) => [name, shape.join(' '), receptiveField]);

describe('layers of a network', () => {
  test('AlexNet: shapes and receptive fields', () => {
    const alexnet = cnn({
      size: 227,
      color: 'rgb',
      widths: [96, 256, 384, 384, 256],
      kernels: [11, 5, 3, 3, 3],
      strides: [4, 1, 1, 1, 1],
      pools: [2, 2, 1, 1, 2],
      dense: 4096,
    });
    expect(summary(alexnet)).toEqual([
      ['conv1', '28 28 96', 15],
      ['conv2', '14 14 256', 55],
      ['conv3', '14 14 384', 87],
      ['conv4', '14 14 384', 119],
      ['conv5', '7 7 256', 167],
      ['dense', '4096', 227],
    ]);
  });

  test('VGG-like: every convolution and pool is a layer', () => {
    expect(summary(cnn({ family: 'vgg', widths: [8, 16], blocks: [1, 2] }))).toEqual([
      ['conv1_1', '64 64 8', 3],
      ['pool1', '32 32 8', 4],
      ['conv2_1', '32 32 16', 8],
      ['conv2_2', '32 32 16', 12],
      ['pool2', '16 16 16', 14],
      ['dense', '256', 64],
    ]);
  });

  test('residual: the deeper branch sees more, and the last layer is a mean', () => {
    const network = cnn({
      family: 'residual',
      size: 224,
      stem: { kernel: 7, stride: 2, pool: 2 },
      widths: [64, 128],
    });
    expect(summary(network)).toEqual([
      ['stem', '56 56 64', 9],
      ['stage1.block1', '56 56 64', 25],
      ['stage1.block2', '56 56 64', 41],
      ['stage2.block1', '28 28 128', 65],
      ['stage2.block2', '28 28 128', 97],
      ['pool', '128', 224],
    ]);
    expect(network.features).toBe(128);
  });

  test('recurrent: every time step is a layer; steps share convolutions, not normalisations', () => {
    const network = recurrent({ size: 128, widths: { V1: 8, V2: 8, V4: 8, IT: 8 } });
    expect(summary(network)).toEqual([
      ['V1', '32 32 8', 19],
      ['V2.step1', '16 16 8', 27],
      ['V2.step2', '16 16 8', 43],
      ['V4.step1', '8 8 8', 59],
      ['V4.step2', '8 8 8', 91],
      ['V4.step3', '8 8 8', 123],
      ['V4.step4', '8 8 8', 128],
      ['IT.step1', '4 4 8', 128],
      ['IT.step2', '4 4 8', 128],
      ['pool', '8', 128],
    ]);
    const names = network.weights.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('V4/') && name.endsWith('kernel'))).toHaveLength(5);
    expect(names.filter((name) => name.startsWith('V4.step') && name.endsWith('scale'))).toHaveLength(12);
  });

  test('published sizes of CORnet-S have its 53.4 million weights, but for the last layer', () => {
    const widths = { V1: 64, V2: 128, V4: 256, IT: 512 };
    const { weights } = recurrent({ size: 224, color: 'rgb', widths });
    const learnt = weights.filter(({ name }) => !/mean|variance/.test(name));
    const count = learnt.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(count + 512 * 1000 + 1000).toBe(53_416_616);
  });

  test('ResNet-18 has its 11.7 million weights, but for the last layer', () => {
    const { weights } = cnn({
      family: 'residual',
      size: 224,
      color: 'rgb',
      widths: [64, 128, 256, 512],
      stem: { kernel: 7, stride: 2, pool: 2 },
    });
    const learnt = weights.filter(({ name }) => !/mean|variance/.test(name));
    const count = learnt.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(count + 512 * 1000 + 1000).toBe(11_689_512);
  });

  test.each([
    [{ blocks: [1, 1, 1, 1] }, 'no blocks in plain networks'],
    [{ family: 'residual', pools: [2, 2, 2, 2] }, 'no pools in residual networks'],
    [{ family: 'vgg', stem: {} }, 'no stem in vgg networks'],
    [{ family: 'vgg', normalisation: 'local-response' }, 'batch, group, layer or none'],
    [{ widths: [8, 8], kernels: [3, 3, 3] }, '2 entries, as many as widths'],
  ])('refuses what a family does not take: %j', (options, message) => {
    const { error } = convolutionalOptions.safeParse(options);
    expect(error?.issues[0].message).toContain(message);
  });

  test('refuses a network whose picture is pooled away', () => {
    expect(() => cnn({ size: 8 })).toThrow(InputError);
  });
});
