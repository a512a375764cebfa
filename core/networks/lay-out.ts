import type { Layer } from '../contracts/backbone.ts';
import { InputError } from '../errors/errors.ts';
import type { NetworkPlan, Operation } from './operations.ts';

/** A variable of the network, and how it starts. */
export interface WeightPlan {
  readonly name: string;
  readonly shape: readonly number[];
  /** Normal deviates of this standard deviation, or a constant. */
  readonly start: { readonly deviation: number } | { readonly constant: number };
}

/** A network as its plan adds up: layers, variables, and what the output layer reads. */
export interface Architecture extends NetworkPlan {
  readonly layers: readonly Layer[];
  readonly weights: readonly WeightPlan[];
  /** Places of the last map, 1 where there is no map any more, and channels. */
  readonly places: number;
  readonly channels: number;
  /** Units of the last map: `[places, channels]`. */
  readonly features: number;
  /** Shape of what is averaged over positions at the end. */
  readonly averaged?: readonly number[];
}

/** What has come out of the operations so far. */
interface Extent {
  /** `[side, side, channels]`, or `[units]`. */
  readonly shape: readonly number[];
  /** Pixels of the input that a unit sees, and those between neighbouring units. */
  readonly field: number;
  readonly step: number;
}

/** Follows shapes, receptive fields and weights through a network. Throws InputError where no pixels are left. */
export function layOut(plan: NetworkPlan): Architecture {
  const { size, channels } = plan.input;
  const layers: Layer[] = [];
  const weights = new Map<string, WeightPlan>();
  let averaged: readonly number[] | undefined;

  const add = (name: string, shape: readonly number[], start: WeightPlan['start']) => {
    const found = weights.get(name);
    if (found && found.shape.join() !== shape.join())
      throw new RangeError(`${name} is shared by ${found.shape.join(' x ')} and ${shape.join(' x ')}`);
    if (!found) weights.set(name, { name, shape, start });
  };
  const addKernel = (name: string, shape: readonly number[], bias: boolean) => {
    const [inputs, outputs] = shape.slice(-2);
    const places = shape.slice(0, -2).reduce((product, length) => product * length, 1);
    const fan = places * (plan.fan === 'in' ? inputs : outputs);
    add(`${name}/kernel`, shape, { deviation: Math.sqrt(2 / fan) });
    if (bias) add(`${name}/bias`, [outputs], { constant: 0 });
  };

  const follow = (extent: Extent, operation: Operation): Extent => {
    const { shape, field, step } = extent;
    const width = shape[shape.length - 1];
    switch (operation.kind) {
      case 'convolution': {
        const { name, kernel, stride } = operation;
        addKernel(name, [kernel, kernel, width, operation.width], operation.bias);
        const side = Math.ceil(shape[0] / stride);
        return {
          shape: [side, side, operation.width],
          field: field + (kernel - 1) * step,
          step: step * stride,
        };
      }
      case 'pooling': {
        const { size: window, stride, pad } = operation;
        const side =
          pad === 'same' ? Math.ceil(shape[0] / stride) : Math.floor((shape[0] - window) / stride) + 1;
        if (side < 1)
          throw new InputError(
            `no pixels are left to pool after ${layers.at(-1)?.name ?? 'the input'}: take a larger size, ` +
              'smaller strides and pools, or fewer stages',
          );
        return { shape: [side, side, width], field: field + (window - 1) * step, step: step * stride };
      }
      case 'dense': {
        const inputs = shape.reduce((product, length) => product * length, 1);
        addKernel(operation.name, [inputs, operation.width], operation.bias);
        return { shape: [operation.width], field: size, step: size };
      }
      case 'global-average':
        averaged = shape;
        return { shape: [width], field: size, step: size };
      case 'normalisation': {
        const { name, over, startsAtZero } = operation;
        if (over === 'local-response') return extent;
        add(`${name}/scale`, [width], { constant: startsAtZero ? 0 : 1 });
        add(`${name}/shift`, [width], { constant: 0 });
        if (over !== 'batch') return extent;
        add(`${name}/mean`, [width], { constant: 0 });
        add(`${name}/variance`, [width], { constant: 1 });
        return extent;
      }
      case 'residual': {
        const body = operation.body.reduce(follow, extent);
        const shortcut = operation.shortcut.reduce(follow, extent);
        if (body.shape.join() !== shortcut.shape.join())
          throw new RangeError(
            `branches of ${body.shape.join(' x ')} and ${shortcut.shape.join(' x ')} do not add`,
          );
        return { ...body, field: Math.max(body.field, shortcut.field) };
      }
      case 'layer':
        layers.push({ name: operation.name, shape, receptiveField: Math.min(field, size) });
        return extent;
      case 'affine':
      case 'activation':
        return extent;
    }
  };

  const { shape } = plan.operations.reduce(follow, { shape: [size, size, channels], field: 1, step: 1 });
  const features = shape.reduce((product, length) => product * length, 1);
  const width = shape[shape.length - 1];
  return {
    ...plan,
    layers,
    weights: [...weights.values()],
    places: features / width,
    channels: width,
    features,
    ...(averaged && { averaged }),
  };
}
