import { describe, expect, test } from '@jest/globals';
import plugin from '../../../plugins/rendered-objects/index.ts';
import { createRenderedObjects as create } from '../../support/rendered-objects.ts';

describe('rendered-objects: what it refuses', () => {
  const imagesPerObject = { V3: 1 };

  test('unknown categories, with the nearest one', async () => {
    await expect(create({ imagesPerObject, categories: ['rigns'] })).rejects.toThrow(
      'the object source has no category "rigns"; did you mean "rings"?',
    );
  });

  test('more objects than there are', async () => {
    await expect(create({ imagesPerObject, categories: ['boxes'], perCategory: 3 })).rejects.toThrow(
      'the object source has 2 objects of the category "boxes", not 3; ask for 2 at most',
    );
  });

  test.each([
    [{ imagesPerObject: { V0: 0 } }],
    [{ imagesPerObject: { V4: 2 } }],
    [{ imagesPerObject, size: 8 }],
    [{ imagesPerObject, degrees: 0 }],
    [{ imagesPerObject, color: 'gray' }],
    [{}],
  ])('options such as %j', (given) => {
    expect(plugin.options.safeParse(given).success).toBe(false);
  });
});
