import { createHash } from 'node:crypto';
import { disposeObject } from '../../core/stage/dispose-object.ts';
import { createTheatre } from '../../core/stage/theatre.ts';
import { createThreeRenderer } from '../../plugins/three-renderer/three-renderer.ts';
import { noisePicture } from './backgrounds.ts';
import { shape, shapeNames } from './objects.ts';

/** Prints a digest of pictures drawn by three.js; run as a program of its own. */
const renderer = await createThreeRenderer(2);
const theatre = createTheatre(64, 64);
const background = noisePicture('behind', 64, 64);
const digest = createHash('sha1');
for (const name of shapeNames)
  for (const turn of [0, 70, 200]) {
    const object = shape(name);
    const latents = { s: 1.2, ty: 0.1, tz: -0.4, rxy: turn, rxz: turn / 3, ryz: -turn };
    const { pixels, mask } = await renderer.render(theatre.set({ object, latents, background }));
    digest.update(pixels).update(mask);
    disposeObject(object);
  }
if (process.argv[2] !== 'without disposing') await renderer.dispose();
console.log(digest.digest('hex'));
