import type { RandomStream } from '../contracts/random.ts';

/** Neighbouring rows that are read together, as stimulus sets keep them. */
const runLength = 128;

/**
 * Ascending rows in random order, but such that reading them needs each run of neighbours once: runs are shuffled,
 * and rows are shuffled within windows of about so many. A window that holds all gives every order alike.
 */
export function shuffleInWindows(rows: readonly number[], window: number, stream: RandomStream): number[] {
  const runs: number[][] = [];
  rows.forEach((row, index) => {
    const goesOn = index > 0 && runOf(row) === runOf(rows[index - 1]);
    if (goesOn) runs[runs.length - 1].push(row);
    else runs.push([row]);
  });
  const shuffled = shuffle(runs, stream);
  const order: number[] = [];
  let current: number[] = [];
  for (const [index, run] of shuffled.entries()) {
    current.push(...run);
    if (current.length < window && index < shuffled.length - 1) continue;
    order.push(...shuffle(current, stream));
    current = [];
  }
  return order;
}

function runOf(row: number): number {
  return Math.floor(row / runLength);
}

function shuffle<Item>(items: readonly Item[], stream: RandomStream): Item[] {
  return stream.permutation(items.length).map((index) => items[index]);
}
