import { numbers, strings, type Table } from '../../core/assembly/table.ts';
import type { StimulusSet } from '../../core/contracts/stimuli.ts';
import type { Options } from './options.ts';

/** A property that is a number; an angle that goes round has two columns, its sine and cosine. */
export interface Quantity {
  readonly name: string;
  readonly columns: readonly Float64Array[];
}

/** What is true of every image of a set. */
export interface Properties {
  readonly quantities: readonly Quantity[];
  readonly categories: readonly string[];
  readonly objects: readonly string[];
}

export const category = 'category';
export const identity = 'identity';

const rotations = { 'rotation, yaw': 'rxy', 'rotation, pitch': 'rxz', 'rotation, roll': 'ryz' };

/** Columns that a set must have. */
export const requiredColumns = [
  'category_name',
  'object_name',
  'variation',
  'ty',
  'tz',
  's',
  ...Object.values(rotations),
];

/** The tasks of Hong et al. (2016). Size counts in octaves; the major axis' angle, which repeats after 180 degrees, is doubled. */
export async function propertiesOf(
  set: StimulusSet,
  { rotations: form }: Pick<Options, 'rotations'>,
): Promise<Properties> {
  const { table } = set;
  const silhouettes = await set.silhouettes();
  const width = numbers(silhouettes, 'bounding_box_width');
  const height = numbers(silhouettes, 'bounding_box_height');
  const one = (name: string, column: Float64Array): Quantity => ({ name, columns: [column] });
  const measured = (name: string, column: string) => one(name, numbers(silhouettes, column));
  return {
    categories: strings(table, 'category_name'),
    objects: strings(table, 'object_name'),
    quantities: [
      one('position, x', numbers(table, 'ty')),
      one('position, y', numbers(table, 'tz')),
      one('3D size', numbers(table, 's').map(Math.log2)),
      ...Object.entries(rotations).map(([name, column]) =>
        form === 'degrees'
          ? one(name, numbers(table, column))
          : { name, columns: sineAndCosine(numbers(table, column)) },
      ),
      measured('bounding box, width', 'bounding_box_width'),
      measured('bounding box, height', 'bounding_box_height'),
      one(
        'bounding box, area',
        width.map((value, image) => value * height[image]),
      ),
      measured('retinal area', 'retinal_area'),
      measured('perimeter', 'perimeter'),
      measured('major axis, length', 'major_axis_length'),
      {
        name: 'major axis, angle',
        columns: sineAndCosine(numbers(silhouettes, 'major_axis_angle').map((angle) => 2 * angle)),
      },
      measured('aspect ratio', 'aspect_ratio'),
    ],
  };
}

function sineAndCosine(degrees: Float64Array): readonly Float64Array[] {
  const radians = degrees.map((angle) => (angle * Math.PI) / 180);
  return [radians.map(Math.sin), radians.map(Math.cos)];
}

/** Variation levels from low to high, with the rows of each. */
export function levelsOf(
  table: Table,
): readonly { readonly name: string; readonly rows: readonly number[] }[] {
  const variations = Array.from(strings(table, 'variation'), Number);
  return [...new Set(variations)]
    .toSorted((a, b) => a - b)
    .map((level) => ({
      name: `V${level}`,
      rows: variations.flatMap((own, row) => (own === level ? [row] : [])),
    }));
}
