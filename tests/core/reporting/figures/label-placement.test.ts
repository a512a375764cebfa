import fc from 'fast-check';
import { type Box, placeLabels } from '../../../../core/reporting/figures/label-placement.ts';

const bounds: Box = { left: 0, top: 0, right: 460, bottom: 360 };
const points = fc.array(
  fc.record({
    x: fc.double({ min: 10, max: 450, noNaN: true }),
    y: fc.double({ min: 10, max: 350, noNaN: true }),
    text: fc.string({ minLength: 1, maxLength: 14 }),
  }),
  { maxLength: 30 },
);

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('label placement', () => {
  test('labels never cover one another or a symbol, and stay inside', () => {
    fc.assert(
      fc.property(points, (labelled) => {
        const symbols = labelled.map(({ x, y }) => ({
          left: x - 6,
          right: x + 6,
          top: y - 6,
          bottom: y + 6,
        }));
        const placed = placeLabels(labelled, symbols, [], bounds).filter((box) => box !== undefined);
        placed.forEach((box, index) => {
          expect(placed.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
          expect(symbols.some((symbol) => overlap(box, symbol))).toBe(false);
          expect(box.left >= 0 && box.top >= 0 && box.right <= 460 && box.bottom <= 360).toBe(true);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('a lone point gets its label at once to the right, unless an interval lies there', () => {
    const point = { x: 200, y: 200, text: 'hmax' };
    const symbol = { left: 194, right: 206, top: 194, bottom: 206 };
    const line = { left: 150, right: 250, top: 200, bottom: 201 };
    const [beside] = placeLabels([point], [symbol], [], bounds);
    const [clear] = placeLabels([point], [symbol], [line], bounds);
    expect(beside?.left).toBe(208);
    expect(clear && overlap(clear, line)).toBe(false);
  });

  test('gives up where there is no room', () => {
    const crowded = placeLabels([{ x: 5, y: 5, text: 'cnn' }], [bounds], [], bounds);
    expect(crowded).toEqual([undefined]);
  });
});
