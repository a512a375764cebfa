import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, hashKey } from '../../../core/store/key.ts';

describe('a key', () => {
  test('does not depend on the order of names, nor on members that are undefined', () => {
    expect(hashKey({ a: 1, b: [2, { d: 3, c: 4 }], e: undefined })).toBe(
      hashKey({ b: [2, { c: 4, d: 3 }], a: 1 }),
    );
  });

  test('tells apart what JSON tells apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const same =
          JSON.stringify(JSON.parse(canonicalJson(left as never))) === canonicalJson(right as never);
        expect(hashKey(left as never) === hashKey(right as never)).toBe(same);
      }),
    );
  });

  test('refuses numbers that JSON cannot hold', () => {
    expect(() => hashKey({ rate: Number.NaN })).toThrow('NaN cannot stand in a key');
  });
});
