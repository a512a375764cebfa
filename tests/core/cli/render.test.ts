import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { parse as parseYaml } from 'yaml';
import { decodePng } from '../../../core/pictures/png.ts';
import { measureSilhouette, silhouetteNames } from '../../../core/pictures/silhouette.ts';
import { readArray, readAttributes } from '../../../core/store/zarr.ts';
import { neuroid, withScene } from '../../support/command-line.ts';
import { folderDigest } from '../../support/folder-digest.ts';
import { renderedScene } from '../../support/rendered-scene.ts';
import { smallScene } from '../../support/small-scene.ts';

type Row = Readonly<Record<string, string>>;

const render = (scene: string, out: string, ...more: string[]) =>
  neuroid('render', scene, '--out', out, '--workers', '1', ...more);

const rowsIn = (folder: string): Row[] => parse(readFileSync(join(folder, 'stimuli.csv')), { columns: true });

const pictureIn = (folder: string, name: string) => decodePng(readFileSync(join(folder, name)), name);

/** When and where on the disk every picture was written. */
const inodes = (folder: string) =>
  new Map(
    readdirSync(join(folder, 'images')).map((name) => {
      const { ino, mtimeMs } = statSync(join(folder, 'images', name));
      return [name, `${ino} ${mtimeMs}`];
    }),
  );

const sizedGratings = (perCategory = 12) =>
  smallScene({
    stimuli: `{ id: gratings, plugin: gratings, perCategory: ${perCategory}, size: "\${size}" }`,
    rest: 'variables: { size: 12 }',
  });

const lastLine = (errors: string) => errors.trim().split('\n').at(-1);

describe('neuroid render writes', () => {
  test('a table with labels, latents, background and silhouettes, and the pictures it names', () =>
    withScene(renderedScene(), async (folder, scene) => {
      const out = join(folder, 'set');
      const { code, output } = await render(scene, out, '--json', '--maps', 'depth,normals');
      expect(code).toBe(0);
      expect(JSON.parse(output)).toMatchObject({ folder: out, stimuli: 8, kept: 0, seed: '5', workers: 1 });
      expect(readdirSync(out).toSorted()).toEqual(
        expect.arrayContaining(['contact-sheet.png', 'images', 'masks', 'scene.lock.yaml', 'stimuli.csv']),
      );
      expect(existsSync(join(out, '.unfinished'))).toBe(false);
      const rows = rowsIn(out);
      expect(rows).toHaveLength(8);
      const objects = JSON.parse(readFileSync(join(out, 'objects.json'), 'utf8'));
      expect(Object.keys(objects)).toEqual([...new Set(rows.map(({ object_name }) => object_name))]);
      for (const parameters of Object.values<object>(objects))
        expect(Object.keys(parameters).length).toBeGreaterThan(1);
      expect(Object.keys(rows[0]).slice(0, 5)).toEqual([
        'stimulus_id',
        'filename',
        'object_name',
        'category_name',
        'variation',
      ]);
      expect(Object.keys(rows[0])).toEqual(
        expect.arrayContaining([
          's',
          'ty',
          'tz',
          'rxy',
          'rxz',
          'ryz',
          'background_id',
          'degrees',
          'visible_fraction',
        ]),
      );
      for (const row of rows) {
        expect(pictureIn(out, row.filename)).toMatchObject({ width: 24, height: 24, channels: 1 });
        const mask = pictureIn(out, row.filename.replace('images', 'masks'));
        const silhouette = measureSilhouette(mask.data, 24, 24);
        for (const name of silhouetteNames) expect(Number(row[name])).toBe(silhouette[name] + 0);
        expect(Number(row.visible_fraction)).toBeGreaterThan(0);
        const depth = decode(readFileSync(join(out, row.filename.replace('images', 'depth'))));
        const seen = Array.from(depth.data, (value) => value / 2048).filter((distance) => distance > 0);
        expect(Math.abs(seen.length - Number(row.retinal_area))).toBeLessThanOrEqual(
          Number(row.perimeter) + 2,
        );
        for (const distance of seen) expect(Math.abs(distance - 20)).toBeLessThan(1.7);
        expect(pictureIn(out, row.filename.replace('images', 'normals')).channels).toBe(3);
      }
    }));

  test('the same bytes from its lock and with any number of processes, as Brain-Score and Zarr too', () =>
    withScene(renderedScene(), async (folder, scene) => {
      const [first, again, two] = ['first', 'again', 'two'].map((name) => join(folder, name));
      const further = ['--also', 'brain-score,zarr', '--set', 'size=16'];
      expect((await render(scene, first, '--count', '6', ...further)).code).toBe(0);
      expect((await render(join(first, 'scene.lock.yaml'), again)).errors).not.toContain('WARN  The lock');
      expect(
        (await neuroid('render', scene, '--out', two, '--count', '6', '--workers', '2', ...further)).code,
      ).toBe(0);
      const expected = folderDigest(first);
      expect(folderDigest(again)).toEqual(expected);
      expect(folderDigest(two)).toEqual(expected);

      const packed = parse(readFileSync(join(first, 'stimulus_set.csv')), { columns: true }) as Row[];
      const files = unzipSync(readFileSync(join(first, 'stimulus_set.zip')));
      expect(packed.map(({ filename }) => filename)).toEqual(Object.keys(files));
      expect(new Set(packed.map(({ stimulus_id }) => stimulus_id)).size).toBe(6);
      expect(Buffer.from(files[packed[2].filename])).toEqual(
        readFileSync(join(first, rowsIn(first)[2].filename)),
      );

      const group = join(first, 'stimuli.zarr');
      const images = await readArray(group, 'images');
      expect([images.shape, images.dimensions]).toEqual([
        [6, 16, 16, 1],
        ['stimulus', 'y', 'x', 'channel'],
      ]);
      const picture = pictureIn(first, rowsIn(first)[4].filename);
      expect(Array.from(images.data as Uint8Array).slice(4 * 256, 5 * 256)).toEqual(Array.from(picture.data));
      expect((await readAttributes(group)).coordinates).toMatch(/^stimulus_id .*visible_fraction/);
      expect(Array.from((await readArray(group, 'ty')).data as Float64Array)).toEqual(
        rowsIn(first).map(({ ty }) => Number(ty)),
      );
    }));

  test('every option with its default, the seed drawn, and by what it was made into the lock', () =>
    withScene(renderedScene().replace('seed: 5\n', ''), async (folder, scene) => {
      const out = join(folder, 'deep', 'set');
      const { output } = await render(scene, out, '--json', '--only', 'category_name=cars');
      const lock = parseYaml(readFileSync(join(out, 'scene.lock.yaml'), 'utf8'));
      expect(lock).toMatchObject({
        seed: JSON.parse(output).seed,
        folder: '../..',
        renderer: { plugin: 'software', samples: 1 },
        stimuli: [{ id: 'things', plugin: 'rendered-objects', size: 24, degrees: 8, color: 'grey' }],
        locked: {
          stimuli: 'things',
          only: { category_name: ['cars'] },
          plugins: { 'rendered-objects': expect.any(String), software: expect.any(String) },
          engines: { renderer: expect.stringContaining('software') },
        },
      });
      expect(rowsIn(out).map(({ category_name }) => category_name)).toEqual(['cars', 'cars', 'cars', 'cars']);
      expect(JSON.parse((await render(scene, out, '--json')).output)).toMatchObject({
        seed: lock.seed,
        stimuli: 8,
        kept: 4,
      });
    }));

  test('a set without objects without masks', () =>
    withScene(smallScene(), async (folder, scene) => {
      const out = join(folder, 'set');
      await render(scene, out);
      expect(readdirSync(out).toSorted()).toEqual([
        'contact-sheet.png',
        'images',
        'scene.lock.yaml',
        'stimuli.csv',
      ]);
      expect(rowsIn(out)[1]).toEqual({
        stimulus_id: 'grating-1',
        filename: 'images/grating-1.png',
        object_name: 'orientation-1-1',
        category_name: 'orientation-1',
        variation: '3',
        degrees: '4',
      });
      expect(lastLine((await render(scene, out, '--maps', 'depth')).errors)).toBe(
        'neuroid: --maps: neither depth nor normals can be had of this stimulus set; leave the option out.',
      );
    }));
});

describe('a rendered folder', () => {
  test('grows: what is there and whole stays, what is damaged is drawn again', () =>
    withScene(sizedGratings(), async (folder, scene) => {
      const [out, whole] = [join(folder, 'set'), join(folder, 'whole')];
      await render(scene, out, '--count', '20');
      const before = inodes(out);
      const [damaged, ...others] = before.keys();
      truncateSync(join(out, 'images', damaged), 100);
      writeFileSync(scene, sizedGratings(20));
      expect(JSON.parse((await render(scene, out, '--json')).output)).toMatchObject({
        stimuli: 80,
        kept: 19,
      });
      const after = inodes(out);
      for (const name of others) expect(after.get(name)).toBe(before.get(name));
      await render(scene, whole);
      expect(folderDigest(out)).toEqual(folderDigest(whole));
    }));

  test('of another set, or of more stimuli, is refused and stays as it is', () =>
    withScene(sizedGratings(), async (folder, scene) => {
      const out = join(folder, 'set');
      await render(scene, out, '--count', '10');
      const before = folderDigest(out);
      const other = await render(scene, out, '--set', 'size=8');
      expect(lastLine(other.errors)).toBe(
        `neuroid: ${out} holds another set: stimuli.0.size is 12 there, and 8 here; choose another folder with --out.`,
      );
      const fewer = await render(scene, out, '--count', '3');
      expect(lastLine(fewer.errors)).toMatch(
        /holds 7 pictures that this choice of stimuli leaves out, for instance grating-\d+\.png; a folder only grows/,
      );
      expect([other.code, fewer.code]).toEqual([2, 2]);
      expect(folderDigest(out)).toEqual(before);
    }));

  test('of something else is refused', () =>
    withScene(smallScene(), async (folder, scene) => {
      expect(await render(scene, folder)).toEqual({
        code: 2,
        output: '',
        errors: `neuroid: ${folder} holds 1 thing already, but no scene.lock.yaml; choose another folder with --out.\n`,
      });
    }));
});

describe('neuroid render refuses with exit code 2 and leaves nothing', () => {
  test.each([
    [
      'an unknown stimulus set',
      [],
      ['--stimuli', 'thing'],
      /no stimulus set "thing" in .*did you mean "things"\?$/,
    ],
    [
      'an unknown label',
      [],
      ['--only', 'category_name=car'],
      /no stimulus has the category_name "car"; did you mean "cars"\?$/,
    ],
    ['an unknown map', [], ['--maps', 'dept'], /there is no "dept"; did you mean "depth"\?/],
    ['a count of nothing', [], ['--count', '0'], /give a whole number, 1 or more\./],
    ['a set of no size', ['${size}', '0'], [], /stimuli\.0\.size is 0; it must be at least 16\.$/],
    ['an unknown category', ['tables]', 'tabels]'], [], /no category "tabels"; did you mean "tables"\?$/],
    [
      'a variable of another type',
      [],
      ['--set', 'size=big'],
      /"size" cannot be set to "big"; it takes a number like 24\.$/,
    ],
  ])('%s', (_, [from = '', to = ''], more, message) =>
    withScene(renderedScene().replace(from, to), async (folder, scene) => {
      const { code, errors, output } = await render(scene, join(folder, 'set'), ...more);
      expect(lastLine(errors)).toMatch(message);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(readdirSync(folder)).toEqual(['scene.yaml']);
    }),
  );

  test('what turns out to be bad while it is drawn', () =>
    withScene(
      smallScene({ stimuli: '{ id: pictures, plugin: image-archive, folder: pictures, size: 16 }' }),
      async (folder, scene) => {
        mkdirSync(join(folder, 'pictures'));
        writeFileSync(join(folder, 'pictures', 'broken.png'), 'no picture');
        const { code, errors } = await render(scene, join(folder, 'set'));
        expect(lastLine(errors)).toMatch(/broken\.png/);
        expect(code).toBe(2);
        expect(existsSync(join(folder, 'set'))).toBe(false);
      },
    ));
});
