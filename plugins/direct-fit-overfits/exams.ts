import { strings, type Table } from '../../core/assembly/table.ts';
import type { Options } from './options.ts';

export const examNames = ['training', 'new images', 'new objects', 'new categories'] as const;
export type ExamName = (typeof examNames)[number];

/** Pictures that all networks are scored on alike. */
export interface Exam {
  readonly name: ExamName;
  /** Of the joined set. */
  readonly rows: readonly number[];
  /** What is drawn anew of these pictures, per row: the picture, or its object with all its pictures. */
  readonly units: readonly string[];
}

/** The training pictures of some networks, and the three tests of how far what they learnt carries. */
export function examsOf(pictures: Table, training: readonly number[], options: Options): readonly Exam[] {
  const exam = (name: ExamName, rows: readonly number[], unit: string): Exam => {
    const all = strings(pictures, unit);
    return { name, rows, units: rows.map((row) => all[row]) };
  };
  return [
    exam('training', training, 'stimulus_id'),
    exam('new images', rowsOf(pictures, options.newImages), 'stimulus_id'),
    exam('new objects', rowsOf(pictures, options.newObjects), 'object_name'),
    exam('new categories', rowsOf(pictures, options.newCategories), 'object_name'),
  ];
}

/** Rows of a joined set that come from one of its parts. */
export function rowsOf(pictures: Table, part: string): readonly number[] {
  return strings(pictures, 'set').flatMap((name, row) => (name === part ? [row] : []));
}
