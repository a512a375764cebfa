import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BoxGeometry, Group, Mesh, MeshBasicMaterial, SphereGeometry } from 'three';
import type { Plugin } from '../../../core/contracts/plugin.ts';
import type { Renderer } from '../../../core/contracts/renderer.ts';
import { createRandomStreams } from '../../../core/random/streams.ts';
import { canonicalLatents, type Latents } from '../../../core/stage/latents.ts';
import { createTheatre } from '../../../core/stage/theatre.ts';
import software from '../../../plugins/software-renderer/index.ts';
import three from '../../../plugins/three-renderer/index.ts';
import { allowDrawingWithoutScreen } from '../../support/graphics.ts';

allowDrawingWithoutScreen();

type Point = readonly [right: number, up: number, towards: number];

const side = 120;
type Mark = 'front' | 'right' | 'top';
const marks: Readonly<Record<Mark, Point>> = {
  front: [0.05, -0.1, 0.5],
  right: [0.45, 0.05, 0.1],
  top: [-0.1, 0.5, -0.05],
};
const colours: Readonly<Record<Mark, number>> = { front: 0xff0000, right: 0x00ff00, top: 0x0000ff };

/** A box with a red ball on its front, a green one on its right and a blue one on its top. */
function probe(): Group {
  const group = new Group();
  group.add(new Mesh(new BoxGeometry(0.3, 0.4, 0.5), new MeshBasicMaterial({ color: 0xffffff })));
  for (const mark of Object.keys(marks) as Mark[]) {
    const ball = new Mesh(new SphereGeometry(0.1, 16, 12), new MeshBasicMaterial({ color: colours[mark] }));
    ball.position.set(...marks[mark]);
    group.add(ball);
  }
  return group;
}

const turn = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

function yaw([x, y, z]: Point, degrees: number): Point {
  const [cosine, sine] = turn(degrees);
  return [x * cosine + z * sine, y, z * cosine - x * sine];
}

function pitch([x, y, z]: Point, degrees: number): Point {
  const [cosine, sine] = turn(degrees);
  return [x, y * cosine - z * sine, z * cosine + y * sine];
}

function roll([x, y, z]: Point, degrees: number): Point {
  const [cosine, sine] = turn(degrees);
  return [x * cosine - y * sine, y * cosine + x * sine, z];
}

/** Where HvM's geometry puts a mark, in pixels to the right and upwards from the middle. */
function expected(mark: Mark, { s, ty, tz, rxy, rxz, ryz }: Latents): readonly [number, number] {
  const [x, y, z] = roll(pitch(yaw(marks[mark], rxy), rxz), ryz).map((value) => value * s);
  const scale = (side / 3) * (20 / (20 - z));
  return [(ty + x) * scale, (tz + y) * scale];
}

const plugins: readonly Plugin<Renderer>[] = [software, three] as never;
const available = await Promise.all(
  plugins.map(async (plugin) => (await plugin.availability?.())?.available),
);
const runnable = plugins.filter((_, index) => available[index] !== false);
const nowhere = { id: 'renderer', random: createRandomStreams('pose'), resolvePath: (path: string) => path };

describe.each(runnable.map((plugin) => ({ id: plugin.id, plugin })))('pose, seen by $id', ({ plugin }) => {
  const theatre = createTheatre(side, side);
  const object = probe();
  let renderer: Renderer;
  beforeAll(async () => {
    renderer = await plugin.create(plugin.options.parse({}), {}, nowhere);
  });
  afterAll(() => renderer.dispose());

  /** Middle of the pixels that show nothing but the mark's colour, and how many there are. */
  async function look(latents: Partial<Latents>) {
    const setting = { object, latents: { ...canonicalLatents, ...latents }, background: undefined };
    const { pixels } = await renderer.render(theatre.set(setting));
    return (mark: Mark) => {
      const wanted = [16, 8, 0].map((shift) => (colours[mark] >> shift) & 255);
      let [x, y, count] = [0, 0, 0];
      for (let pixel = 0; pixel < side * side; pixel++) {
        if (wanted.some((value, channel) => Math.abs(pixels[3 * pixel + channel] - value) > 40)) continue;
        x += (pixel % side) + 0.5 - side / 2;
        y += side / 2 - Math.floor(pixel / side) - 0.5;
        count++;
      }
      return { x: x / count, y: y / count, count };
    };
  }

  test('the front faces the viewer, its right is to the right, its top above', async () => {
    const see = await look({});
    expect(see('right').x).toBeGreaterThan(10);
    expect(see('top').y).toBeGreaterThan(10);
    expect(see('front').count).toBeGreaterThan(15);
    expect((await look({ rxy: 180 }))('front').count).toBeLessThan(5);
  });

  test('ty moves to the right, tz up, s enlarges', async () => {
    const [atRest, moved, large] = [
      await look({}),
      await look({ ty: 0.3, tz: -0.6 }),
      await look({ s: 1.5 }),
    ];
    for (const mark of ['right', 'top'] as const) {
      expect(moved(mark).x - atRest(mark).x).toBeCloseTo((0.3 * side) / 3, 0);
      expect(moved(mark).y - atRest(mark).y).toBeCloseTo((-0.6 * side) / 3, 0);
      expect(large(mark).count / atRest(mark).count).toBeCloseTo(2.25, 0);
    }
    expect(large('top').y / atRest('top').y).toBeCloseTo(1.5, 1);
  });

  test("rxy turns the front to the viewer's right, rxz tips the top towards the viewer, ryz turns counter-clockwise", async () => {
    const [atRest, yawed] = [await look({}), await look({ rxy: 50 })];
    expect(yawed('front').x).toBeGreaterThan(atRest('front').x + 10);
    const [tipped, back] = [await look({ rxz: 80 }), await look({ rxz: -80 })];
    expect(tipped('top').count).toBeGreaterThan(atRest('top').count / 2);
    expect(Math.abs(tipped('top').y)).toBeLessThan(atRest('top').y / 2);
    expect(back('top').count).toBeLessThan(tipped('top').count / 4);
    const rolled = await look({ ryz: 90 });
    expect(rolled('right').y).toBeGreaterThan(10);
    expect(rolled('top').x).toBeLessThan(-10);
  });

  test.each<Partial<Latents>>([
    { rxy: 35, rxz: 30, ryz: 60 },
    { rxy: -30, rxz: 40, ryz: -110 },
    { s: 1.4, ty: 0.3, tz: -0.4, rxy: 25, rxz: -20, ryz: 150 },
    { s: 0.9, ty: -0.5, tz: 0.9, rxy: -40, rxz: 35, ryz: 45 },
  ])('yaw, then pitch, then roll: %j', async (latents) => {
    const see = await look(latents);
    const full = { ...canonicalLatents, ...latents };
    for (const mark of Object.keys(marks) as Mark[]) {
      const { x, y, count } = see(mark);
      if (count < 30) continue;
      const [right, up] = expected(mark, full);
      expect(Math.hypot(x - right, y - up)).toBeLessThan(1.2);
    }
    expect(see('front').count).toBeGreaterThan(30);
  });
});
