import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fakeObjects } from '../../support/objects.ts';
import { complaintAbout, createRenderedObjects as create } from '../../support/rendered-objects.ts';

const readme = readFileSync(new URL('../../../plugins/rendered-objects/README.md', import.meta.url), 'utf8');
const examples = Array.from(readme.matchAll(/```yaml\n(.*?)```/gs), ([, yaml]) => yaml);

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

  test('an object source without objects', async () => {
    await expect(create({ imagesPerObject }, { objects: fakeObjects([]) })).rejects.toThrow(
      'objects: the object source has no objects',
    );
  });

  test('the same picture twice', async () => {
    await expect(create({ imagesPerObject: { V0: 2 }, backgroundPer: 'object' })).rejects.toThrow(
      'two pictures of boxes-1 at V0 would be the same; ask for fewer, or let',
    );
  });

  test('light from backgrounds that know of none', async () => {
    await expect(create({ imagesPerObject, lighting: 'panorama' })).rejects.toThrow(
      'this background source knows none; choose panorama-backgrounds, or another lighting',
    );
  });

  const asking = 'imagesPerObject: { V3: 1 }';
  const own = (view: string) => `imagesPerObject: { own: 1 }\nvariations:\n  own: { level: 1, ${view} }`;

  test.each([
    ['{}', 'scene.yaml:1:1: imagesPerObject is missing; expected at least one picture, for instance'],
    ['imagesPerObject: { V0: 0 }', 'imagesPerObject is {"V0":0}; expected at least one picture'],
    [
      'imagesPerObject: { V4: 2 }',
      'scene.yaml:1:24: imagesPerObject.V4 is 2; expected the name of a variation; did you mean "V0"?',
    ],
    ['imagesPerObject: { V3: -1 }', 'imagesPerObject.V3 is -1; it must be at least 0.'],
    ['imagesPerObject: { V6: factorial }', 'the variation V6 has no list and no grid to combine'],
    [
      'imagesPerObject: { V3: 1 }\nimages: { V3: 4 }',
      'images.V3 is 4; expected another variation; imagesPerObject has V3 already',
    ],
    [`${asking}\nsize: 0`, 'scene.yaml:2:7: size is 0; it must be at least 16.'],
    [`${asking}\ndegrees: 0`, 'degrees is 0; it must be more than 0.'],
    [`${asking}\ncolor: gray`, 'color is "gray"; expected "grey" or "rgb".'],
    [`${asking}\nvariations: { V6: { level: 7 } }`, "expected another name; it is HvM's own."],
    [`${asking}\nvariations: { mine: {} }`, 'variations.mine.level is missing; expected a number.'],
    [`${asking}\nlighting: { azimut: 3 }`, 'did you mean "azimuth"?'],
    [`${asking}\nkeepVisible: 1.5`, 'keepVisible is 1.5; it must be at most 1.'],
    [`${asking}\nlighting: sunny`, 'lighting is "sunny"; expected "fixed" or "random" or "panorama", or'],
    [
      `${asking}\nlighting: { elevation: { uniform: [0, 120] } }`,
      'lighting.elevation is {"uniform":[0,120]}; expected values from -90 to 90',
    ],
    [
      `${asking}\naperture: { diameter: 9, edge: 1 }`,
      'aperture.diameter is 9; expected at most the 8 degrees of the picture.',
    ],
    [`${asking}\nequalise: { contrast: 3 }`, 'equalise.contrast is 3; it must be'],
    [
      own('ty: { uniform: [0.3, -0.3] }'),
      'variations.own.ty.uniform is [0.3,-0.3]; expected the lower end first',
    ],
    [own('s: { log-uniform: [0, 2] }'), 'variations.own.s.log-uniform.0 is 0; it must be more than 0.'],
    [own('s: 0'), 'variations.own.s is 0; expected values from 0.01 to 8'],
    [own('s: { normal: [1, 0.3] }'), 'expected values from 0.01 to 8 (beside normal, say so by within).'],
    [own('rxy: [0, 90]'), 'variations.own.rxy is [0,90]; expected { uniform: [low, high] } for a range, or'],
    [own('rxy: {}'), 'variations.own.rxy is {}; expected a number or one of { uniform: [low, high] }'],
    [own('rxy: { uniform: [0, 9], list: [1] }'), 'expected a number or one of { uniform: [low, high] }'],
    [own('rxy: { unifrom: [0, 9] }'), 'unknown key variations.own.rxy.unifrom; did you mean "uniform"?'],
    [own('rxy: { list: [] }'), 'variations.own.rxy.list is []; it must hold at least 1 item.'],
    [own('rxy: { list: [1, 2, 1] }'), 'expected every value once.'],
    [own('rxy: { grid: [0, 90] }'), 'expected grid and steps together'],
    [own('rxy: { grid: [0, 90], steps: 1 }'), 'variations.own.rxy.steps is 1; it must be at least 2.'],
    [
      own('rxy: { uniform: [0, 9], within: [1, 2] }'),
      'expected within only beside normal, for instance { normal: [0, 30], within: [-60, 60] }.',
    ],
    [own('rot: 3'), 'unknown key variations.own.rot; did you mean'],
    [
      'imagesPerObject: { own: { factorial: 9 } }\nvariations: { own: { level: 1, ' +
        'rxy: { grid: [0, 1], steps: 200 }, ryz: { grid: [0, 1], steps: 200 } } }',
      'expected at most 100000 pictures: 40000 combinations x 9 are too many.',
    ],
  ])('%s', (yaml, complaint) => {
    expect(complaintAbout(yaml)).toContain(complaint);
  });

  test.each(examples.map((yaml) => [yaml]))('no example of the readme: %#', async (yaml) => {
    expect(complaintAbout(yaml)).toBeUndefined();
    const { perCategory: _, ...options } = parse(yaml);
    const { table } = await (await create({ ...options, keepVisible: undefined })).describe();
    expect(table.length).toBeGreaterThan(100);
  });
});
