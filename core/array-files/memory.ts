import { totalmem } from 'node:os';
import { EnvironmentError } from '../errors/errors.ts';

/** Throws EnvironmentError when something needs more than three quarters of the memory that this process may use. */
export function requireRoom(what: string, bytes: number, remedy: string): void {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(totalmem(), limit) : totalmem();
  if (bytes <= 0.75 * memory) return;
  throw new EnvironmentError(
    `${what}: needs ${gigabytes(bytes)} GB of memory, this machine has ${gigabytes(memory)} GB; ${remedy}.`,
  );
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
