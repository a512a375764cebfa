import { zeroMatrix } from '../../core/assembly/matrix.ts';
import type { Matrix } from '../../core/contracts/linear-algebra.ts';

/**
 * The plan of largest total gain among those that give every row 1 / rows and every column 1 / columns: optimal transport
 * of uniform masses, exact. Rows come one after the other, each along shortest augmenting paths over the columns (Jonker &
 * Volgenant 1987, for masses that can be divided).
 */
export function transportPlan(gain: Matrix): Matrix {
  if (gain.rows < gain.columns) return transposed(transportPlan(transposed(gain)));
  const shipping = new Shipping(gain);
  for (let row = 0; row < gain.rows; row++) shipping.add(row);
  return shipping.plan();
}

function transposed({ rows, columns, data }: Matrix): Matrix {
  const result = zeroMatrix(columns, rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result.data[column * rows + row] = data[row * columns + column];
  return result;
}

/** A path that ends in a column with room; `from` leads back from it, -1 to the new row. */
interface Path {
  readonly end: number;
  readonly from: Int32Array;
}

/** An optimal plan for the rows so far. Masses are counted in units of 1 / (rows x columns), so they are whole numbers. */
class Shipping {
  private readonly gain: Matrix;
  /** Mass that each column still takes. */
  private readonly room: Float64Array;
  /** Per column, the rows that send to it and how much. */
  private readonly senders: readonly Map<number, number>[];
  /** Dual prices of the columns, under which no move from one column to another pays. */
  private readonly prices: Float64Array;
  /** Least cost of moving mass from one column to another, and the row that moves. */
  private readonly moveCost: Float64Array;
  private readonly mover: Int32Array;

  constructor(gain: Matrix) {
    const { rows, columns } = gain;
    this.gain = gain;
    this.room = new Float64Array(columns).fill(rows);
    this.senders = Array.from({ length: columns }, () => new Map());
    this.prices = new Float64Array(columns);
    this.moveCost = new Float64Array(columns * columns).fill(Number.POSITIVE_INFINITY);
    this.mover = new Int32Array(columns * columns).fill(-1);
  }

  add(row: number): void {
    let mass = this.gain.columns;
    while (mass > 0) {
      const path = this.cheapestPath(row);
      mass -= this.send(row, path, mass);
    }
  }

  plan(): Matrix {
    const { rows, columns } = this.gain;
    const result = zeroMatrix(rows, columns);
    this.senders.forEach((sent, column) => {
      for (const [row, mass] of sent) result.data[row * columns + column] = mass / (rows * columns);
    });
    return result;
  }

  private cost(row: number, column: number): number {
    return -this.gain.data[row * this.gain.columns + column];
  }

  /** Dijkstra's algorithm over the columns, on costs reduced by the prices, which it brings up to date. */
  private cheapestPath(row: number): Path {
    const { columns } = this.gain;
    const distance = Float64Array.from(this.prices, (price, column) => this.cost(row, column) - price);
    const from = new Int32Array(columns).fill(-1);
    const open = new Set(distance.keys());
    const settled: number[] = [];
    for (;;) {
      let nearest = -1;
      for (const column of open) if (nearest < 0 || distance[column] < distance[nearest]) nearest = column;
      if (this.room[nearest] > 0) {
        for (const column of settled) this.prices[column] += distance[column] - distance[nearest];
        return { end: nearest, from };
      }
      open.delete(nearest);
      settled.push(nearest);
      const reached = distance[nearest] + this.prices[nearest];
      for (const column of open) {
        const through = reached + this.moveCost[nearest * columns + column] - this.prices[column];
        if (through < distance[column]) {
          distance[column] = through;
          from[column] = nearest;
        }
      }
    }
  }

  /** Moves as much as the path takes; returns how much. */
  private send(row: number, { end, from }: Path, most: number): number {
    const { columns } = this.gain;
    const moves: { readonly mover: number; readonly before: number; readonly after: number }[] = [];
    let amount = Math.min(most, this.room[end]);
    let first = end;
    for (; from[first] >= 0; first = from[first]) {
      const before = from[first];
      const mover = this.mover[before * columns + first];
      amount = Math.min(amount, this.senders[before].get(mover) ?? 0);
      moves.push({ mover, before, after: first });
    }
    for (const { mover, before, after } of moves) {
      this.change(mover, before, -amount);
      this.change(mover, after, amount);
    }
    this.change(row, first, amount);
    this.room[end] -= amount;
    return amount;
  }

  private change(row: number, column: number, by: number): void {
    const sent = this.senders[column];
    const mass = (sent.get(row) ?? 0) + by;
    if (mass > 0) {
      sent.set(row, mass);
      if (mass === by) this.offer(row, column);
    } else {
      sent.delete(row);
      this.withdraw(row, column);
    }
  }

  /** A row that sends to a column from now on may be the cheapest to move elsewhere. */
  private offer(row: number, column: number): void {
    const { columns } = this.gain;
    for (let other = 0; other < columns; other++) {
      const cost = this.cost(row, other) - this.cost(row, column);
      if (cost >= this.moveCost[column * columns + other]) continue;
      this.moveCost[column * columns + other] = cost;
      this.mover[column * columns + other] = row;
    }
  }

  private withdraw(row: number, column: number): void {
    const { columns } = this.gain;
    for (let other = 0; other < columns; other++) {
      const place = column * columns + other;
      if (this.mover[place] !== row) continue;
      this.moveCost[place] = Number.POSITIVE_INFINITY;
      this.mover[place] = -1;
      for (const sender of this.senders[column].keys()) {
        const cost = this.cost(sender, other) - this.cost(sender, column);
        if (cost >= this.moveCost[place]) continue;
        this.moveCost[place] = cost;
        this.mover[place] = sender;
      }
    }
  }
}
