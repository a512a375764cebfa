import { loft } from '../../../shapes/loft.ts';
import { type Point, steps } from '../../../shapes/points.ts';

/** A petal or leaf along +x, rising by an angle that changes along it. */
export function blade(length: number, half: number, rise: number, curl: number) {
  let [x, y] = [0, 0];
  const count = 6;
  return loft(
    steps(0, 1, count).map((share): Point[] => {
      const angle = rise + curl * share;
      if (share > 0) {
        x += (length / (count - 1)) * Math.cos(angle);
        y += (length / (count - 1)) * Math.sin(angle);
      }
      const wide = half * Math.max(0.12, Math.sin(Math.PI * Math.min(0.97, 0.12 + share * 0.86)) ** 0.8);
      const [up, along] = [Math.cos(angle) * 0.012, -Math.sin(angle) * 0.012];
      return [
        [x, y, wide],
        [x - along * 0.8, y - up * 0.8, 0],
        [x, y, -wide],
        [x + along * 0.8, y + up * 0.8, 0],
      ];
    }),
  );
}
