import { describe, expect, test } from '@jest/globals';
import type { Frames } from '../../../core/contracts/pictures.ts';
import { contactSheet } from '../../../core/pictures/contact-sheet.ts';

const frames: Frames = {
  count: 3,
  height: 2,
  width: 12,
  channels: 1,
  data: Uint8Array.from({ length: 3 * 24 }, (_, index) => 10 * Math.floor(index / 24)),
};

function pixel({ data, width }: { data: Uint8Array; width: number }, x: number, y: number): number[] {
  return Array.from(data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3));
}

describe('contact sheet', () => {
  test('puts pictures row by row on white', () => {
    const sheet = contactSheet(frames, { columns: 2, gap: 1 });
    expect([sheet.width, sheet.height]).toEqual([27, 7]);
    expect(pixel(sheet, 0, 0)).toEqual([255, 255, 255]);
    expect(pixel(sheet, 1, 1)).toEqual([0, 0, 0]);
    expect(pixel(sheet, 14, 2)).toEqual([10, 10, 10]);
    expect(pixel(sheet, 1, 4)).toEqual([20, 20, 20]);
    expect(pixel(sheet, 14, 4)).toEqual([255, 255, 255]);
  });

  test('writes labels under the pictures and cuts them at their width', () => {
    const labels = ['i', 'ii', 'iiiiiiiiii'];
    const sheet = contactSheet(frames, { columns: 3, gap: 1, labels });
    expect(sheet.height).toBe(2 + 11 + 2);
    const dark = (from: number, to: number) => {
      let count = 0;
      for (let y = 3; y < sheet.height; y++)
        for (let x = from; x < to; x++) if (pixel(sheet, x, y)[0] < 100) count++;
      return count;
    };
    expect(dark(1, 13)).toBeGreaterThan(0);
    expect(dark(14, 26)).toBe(2 * dark(1, 13));
    expect(dark(27, 39)).toBe(2 * dark(1, 13));
  });

  test('refuses missing pictures, columns and labels', () => {
    expect(() => contactSheet({ ...frames, count: 0 })).toThrow('at least one picture');
    expect(() => contactSheet(frames, { columns: 0 })).toThrow('whole number of columns from 1, got 0');
    expect(() => contactSheet(frames, { labels: ['one'] })).toThrow('3 pictures need as many labels, got 1');
  });
});
