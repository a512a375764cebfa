import { expect, test } from '@jest/globals';
import { Shelf } from '../../../core/backgrounds/shelf.ts';

/** A shelf with room for two, and what was made for it. */
function shelfForTwo() {
  const made: string[] = [];
  const shelf = new Shelf<string>(2, () => 1);
  const get = (key: string) =>
    shelf.get(key, async () => {
      made.push(key);
      return key;
    });
  return { get, made };
}

test('what was used longest ago goes first', async () => {
  const { get, made } = shelfForTwo();
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('those who ask at the same time share one', async () => {
  const { get, made } = shelfForTwo();
  await Promise.all([get('a'), get('a')]);
  expect(made).toEqual(['a']);
});

test('a value that is too large is kept until the next', async () => {
  let made = 0;
  const shelf = new Shelf<string>(2, () => 5);
  const make = async () => `${++made}`;
  await shelf.get('a', make);
  expect(await shelf.get('a', make)).toBe('1');
});

test('what failed is tried again', async () => {
  const shelf = new Shelf<string>(2, () => 1);
  await expect(shelf.get('a', () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
  expect(await shelf.get('a', async () => 'whole')).toBe('whole');
});
