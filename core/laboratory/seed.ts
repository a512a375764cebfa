import { randomInt } from 'node:crypto';

/** A seed for a scene that gives none; the results record it. */
export function drawSeed(): string {
  return String(randomInt(2 ** 31));
}
