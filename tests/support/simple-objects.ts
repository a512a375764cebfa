import { table } from '../../core/assembly/table.ts';
import { createRandomStreams } from '../../core/random/streams.ts';
import type { StimulusParts } from './stimuli.ts';

/** Half-widths of a flat shape along its two axes, and how far its corners are from round (1 ellipse … 8 box). */
interface FlatShape {
  readonly name: string;
  readonly category: string;
  readonly half: readonly [number, number];
  readonly exponent: number;
  readonly hole: number;
}

const shapes: readonly FlatShape[] = [
  { name: 'disc', category: 'round', half: [0.5, 0.45], exponent: 2, hole: 0 },
  { name: 'egg', category: 'round', half: [0.55, 0.38], exponent: 2, hole: 0 },
  { name: 'rod', category: 'long', half: [0.6, 0.12], exponent: 2, hole: 0 },
  { name: 'bar', category: 'long', half: [0.58, 0.16], exponent: 8, hole: 0 },
  { name: 'ring', category: 'hollow', half: [0.55, 0.5], exponent: 2, hole: 0.5 },
  { name: 'frame', category: 'hollow', half: [0.45, 0.4], exponent: 8, hole: 0.6 },
];

const ground = 128;

/** Flat shapes in random pose on noise, with the latents and the ground truth that rendered objects have. */
export function simpleObjects(perObject: number, side = 36): StimulusParts {
  const random = createRandomStreams('simple objects').stream('latents');
  const rows = shapes.flatMap((shape) =>
    Array.from({ length: perObject }, (_, image) => ({
      shape,
      id: `${shape.name}-${image}`,
      ty: random.uniform(-0.5, 0.5),
      tz: random.uniform(-0.5, 0.5),
      s: 2 ** random.uniform(-0.5, 0.5),
      ryz: random.uniform(-90, 90),
      tilt: random.uniform(0, 1),
      shade: random.uniform(40, 220),
    })),
  );
  const size = side * side;
  const presented = new Uint8Array(rows.length * size);
  const objectAlone = new Uint8Array(rows.length * size).fill(ground);
  rows.forEach((row, index) => {
    const canvas = presented.subarray(index * size, (index + 1) * size);
    for (let pixel = 0; pixel < size; pixel++) canvas[pixel] = random.uniform(60, 190);
    paint(canvas, side, row);
    paint(objectAlone.subarray(index * size, (index + 1) * size), side, { ...row, ty: 0, tz: 0, s: 1 });
  });
  const column = (name: 'ty' | 'tz' | 's' | 'ryz') => Float64Array.from(rows, (row) => row[name]);
  const format = { count: rows.length, height: side, width: side, channels: 1 } as const;
  return {
    id: 'simple objects',
    degrees: 3,
    table: table({
      stimulus_id: rows.map(({ id }) => id),
      object_name: rows.map(({ shape }) => shape.name),
      category_name: rows.map(({ shape }) => shape.category),
      ty: column('ty'),
      tz: column('tz'),
      s: column('s'),
      rxy: new Float64Array(rows.length),
      rxz: new Float64Array(rows.length),
      ryz: column('ryz'),
    }),
    presented: { ...format, data: presented },
    objectAlone: { ...format, data: objectAlone },
  };
}

interface Pose {
  readonly shape: FlatShape;
  readonly ty: number;
  readonly tz: number;
  readonly s: number;
  readonly ryz: number;
  /** How much the second axis is foreshortened, 0 … 1. */
  readonly tilt: number;
  readonly shade: number;
}

function paint(canvas: Uint8Array, side: number, { shape, ty, tz, s, ryz, tilt, shade }: Pose): void {
  const unit = side / 3;
  const angle = (ryz * Math.PI) / 180;
  const { half, exponent, hole } = shape;
  for (let pixel = 0; pixel < canvas.length; pixel++) {
    const x = ((pixel % side) + 0.5 - side / 2) / unit - ty;
    const y = (side / 2 - Math.floor(pixel / side) - 0.5) / unit - tz;
    const along = (x * Math.cos(angle) + y * Math.sin(angle)) / (s * half[0]);
    const across = (y * Math.cos(angle) - x * Math.sin(angle)) / (s * half[1] * (1 - 0.5 * tilt));
    const radius = (Math.abs(along) ** exponent + Math.abs(across) ** exponent) ** (1 / exponent);
    if (radius <= 1 && radius >= hole) canvas[pixel] = shade + 20 * along;
  }
}
