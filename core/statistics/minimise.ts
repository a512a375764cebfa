import { zeroMatrix } from '../assembly/matrix.ts';
import type { Matrix } from '../contracts/linear-algebra.ts';

/** Values and gradients of several functions, one per column. */
export interface Evaluation {
  readonly values: Float64Array;
  /** `[variables, functions]`. */
  readonly gradients: Matrix;
}

const memory = 10;
const mostIterations = 1000;
const sufficientDecrease = 1e-4;
const smallestStep = 1e-6;
/** Share of a value by which rounding may make a descent look like none. */
const rounding = 1e-14;

/** What one function's minimisation remembers. */
interface Search {
  point: Float64Array;
  value: number;
  gradient: Float64Array;
  direction: Float64Array;
  step: number;
  readonly steps: Float64Array[];
  readonly changes: Float64Array[];
  readonly tolerance: number;
  done: boolean;
}

/**
 * Minimises several smooth convex functions of as many variables each, by L-BFGS (Nocedal 1980) with backtracking. They
 * take their steps together, so that one matrix product evaluates all of them.
 * @param evaluate at points `[variables, functions]`.
 * @param tolerance on the largest component of a gradient, as a share of what it is at 0, where the search starts.
 * @returns the minima, `[variables, functions]`.
 */
export function minimise(
  evaluate: (points: Matrix) => Evaluation,
  variables: number,
  functions: number,
  tolerance: number,
): Matrix {
  const start = zeroMatrix(variables, functions);
  const first = evaluate(start);
  const searches = Array.from({ length: functions }, (_, column) =>
    begin(columnOf(start, column), first.values[column], columnOf(first.gradients, column), tolerance),
  );
  for (let iteration = 0; iteration < mostIterations && searches.some(({ done }) => !done); iteration++) {
    const trials = searches.map(trialPoint);
    const { values, gradients } = evaluate(joinColumns(trials, variables));
    for (const [column, search] of searches.entries())
      if (!search.done) advance(search, trials[column], values[column], columnOf(gradients, column));
  }
  return joinColumns(
    searches.map(({ point }) => point),
    variables,
  );
}

function begin(point: Float64Array, value: number, gradient: Float64Array, tolerance: number): Search {
  const length = Math.sqrt(dot(gradient, gradient));
  return {
    point,
    value,
    gradient,
    direction: gradient.map((slope) => -slope),
    step: length > 0 ? 1 / length : 1,
    steps: [],
    changes: [],
    tolerance: tolerance * largest(gradient),
    done: largest(gradient) === 0,
  };
}

function trialPoint({ point, direction, step, done }: Search): Float64Array {
  return done ? point : point.map((value, index) => value + step * direction[index]);
}

/** Takes the trial if it descends enough, else halves the step. */
function advance(search: Search, trial: Float64Array, value: number, gradient: Float64Array): void {
  const slope = dot(search.gradient, search.direction);
  const slack = rounding * Math.abs(search.value);
  if (!(value <= search.value + sufficientDecrease * search.step * slope + slack)) {
    search.step /= 2;
    if (search.step < smallestStep) search.done = true;
    return;
  }
  const moved = trial.map((coordinate, index) => coordinate - search.point[index]);
  const changed = gradient.map((component, index) => component - search.gradient[index]);
  if (dot(moved, changed) > 1e-12 * dot(changed, changed)) remember(search, moved, changed);
  search.point = trial;
  search.value = value;
  search.gradient = gradient;
  search.direction = descentDirection(search);
  search.step = 1;
  search.done = largest(gradient) <= search.tolerance;
}

function remember({ steps, changes }: Search, moved: Float64Array, changed: Float64Array): void {
  steps.push(moved);
  changes.push(changed);
  if (steps.length <= memory) return;
  steps.shift();
  changes.shift();
}

/** The inverse Hessian that the remembered steps suggest, applied to the gradient, downhill. */
function descentDirection({ gradient, steps, changes }: Search): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (let index = steps.length - 1; index >= 0; index--) {
    shares[index] = dot(steps[index], direction) / dot(steps[index], changes[index]);
    addScaled(direction, changes[index], -shares[index]);
  }
  const last = steps.length - 1;
  if (last >= 0) {
    const scale = dot(steps[last], changes[last]) / dot(changes[last], changes[last]);
    for (let index = 0; index < direction.length; index++) direction[index] *= scale;
  }
  for (const [index, moved] of steps.entries()) {
    const correction = dot(changes[index], direction) / dot(moved, changes[index]);
    addScaled(direction, moved, shares[index] - correction);
  }
  return direction;
}

function columnOf({ rows, columns, data }: Matrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => data[row * columns + column]);
}

function joinColumns(columns: readonly Float64Array[], rows: number): Matrix {
  const data = new Float64Array(rows * columns.length);
  for (const [column, values] of columns.entries())
    for (let row = 0; row < rows; row++) data[row * columns.length + column] = values[row];
  return { rows, columns: columns.length, data };
}

function addScaled(target: Float64Array, values: Float64Array, scale: number): void {
  for (let index = 0; index < target.length; index++) target[index] += scale * values[index];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
