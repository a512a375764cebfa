import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  AmbientLight,
  BackSide,
  BoxGeometry,
  BufferGeometry,
  Color,
  DataTexture,
  DirectionalLight,
  Float32BufferAttribute,
  Group,
  LightProbe,
  LinearMipmapLinearFilter,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  PerspectiveCamera,
  PlaneGeometry,
  RepeatWrapping,
  Scene,
  SphereGeometry,
  SRGBColorSpace,
} from 'three';
import type { Rendering } from '../../../core/contracts/renderer.ts';
import { createSoftwareRenderer } from '../../../plugins/software-renderer/software-renderer.ts';

const size = 16;
const centre = (size / 2) * size + size / 2;

/** A camera two units before the origin that sees two units of it. */
async function draw(...things: Object3D[]): Promise<Rendering> {
  const scene = new Scene();
  scene.add(...things);
  const camera = new PerspectiveCamera((2 * Math.atan(0.5) * 180) / Math.PI, 1, 0.5, 10);
  camera.position.z = 2;
  return createSoftwareRenderer(2).render({
    scene,
    camera,
    background: undefined,
    width: size,
    height: size,
  });
}

function colourAt({ pixels }: Rendering, pixel: number): number[] {
  return Array.from(pixels.subarray(3 * pixel, 3 * pixel + 3));
}

function plane(colour: number, z = 0, side = 1): Mesh {
  const mesh = new Mesh(new PlaneGeometry(side, side), new MeshBasicMaterial({ color: colour }));
  mesh.position.z = z;
  return mesh;
}

describe('software-renderer', () => {
  test('says that it is second best, and what to do', () => {
    expect(createSoftwareRenderer(1).degraded).toContain('remedy');
  });

  test('draws colours as they are given', async () => {
    const picture = await draw(plane(0x336699));
    expect(colourAt(picture, centre)).toEqual([0x33, 0x66, 0x99]);
    expect(picture.mask[0]).toBe(0);
  });

  test('covers exactly the pixels of a plane', async () => {
    const { mask } = await draw(plane(0xffffff));
    expect(mask.reduce((sum, coverage) => sum + coverage / 255, 0)).toBe((size / 2) ** 2);
  });

  test('shows what is nearer, whatever the order', async () => {
    const near = await draw(plane(0xff0000, 0.5), plane(0x00ff00));
    const alsoNear = await draw(plane(0x00ff00), plane(0xff0000, 0.5));
    expect(colourAt(near, centre)).toEqual([255, 0, 0]);
    expect(alsoNear).toEqual(near);
  });

  test('shows faces from their front unless told otherwise', async () => {
    const turned = plane(0xffffff);
    turned.rotation.y = Math.PI;
    expect((await draw(turned)).mask[centre]).toBe(0);
    turned.material = new MeshBasicMaterial({ side: BackSide });
    expect((await draw(turned)).mask[centre]).toBe(255);
    const mirrored = plane(0xffffff);
    mirrored.scale.x = -1;
    expect((await draw(mirrored)).mask[centre]).toBe(255);
  });

  test('leaves out what is hidden or behind the camera', async () => {
    const hidden = plane(0xffffff);
    hidden.visible = false;
    const { mask } = await draw(new Group().add(hidden), plane(0xffffff, 3), plane(0xffffff, 1.9));
    expect(new Set(mask)).toEqual(new Set([0]));
  });

  test('mixes vertex colours across a triangle, with perspective', async () => {
    const geometry = new BufferGeometry()
      .setAttribute('position', new Float32BufferAttribute([-1, -1, 0, 1, -1, 0, 1, 1, -2, -1, 1, -2], 3))
      .setAttribute('color', new Float32BufferAttribute([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 3));
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const picture = await draw(new Mesh(geometry, new MeshBasicMaterial({ vertexColors: true })));
    // The ray through the middle meets the plane y = -1 + t, z = -2 t where y = 0: t = 1/2 of the way up.
    const row = Math.round(size / 2);
    const light = new Color().setRGB(0.5, 0.5, 0.5).convertLinearToSRGB().r * 255;
    expect(Math.abs(picture.pixels[3 * (row * size + size / 2)] - light)).toBeLessThan(12);
  });

  test('takes each group of a geometry with its own material', async () => {
    const colours = [0x110000, 0x220000, 0x330000, 0x440000, 0x550000, 0x660000];
    const box = new Mesh(
      new BoxGeometry(1, 1, 1),
      colours.map((color) => new MeshBasicMaterial({ color })),
    );
    expect(colourAt(await draw(box), centre)).toEqual([0x55, 0, 0]);
  });

  test('lights a matte surface by Lambert, up to what its gloss takes', async () => {
    const matte = new Mesh(
      new PlaneGeometry(1, 1),
      new MeshStandardMaterial({ color: 0xffffff, roughness: 1 }),
    );
    const lamp = new DirectionalLight(0xffffff, Math.PI / 2);
    lamp.position.set(0, 0, 1);
    const lit = colourAt(await draw(matte, lamp), centre)[0];
    const half = new Color(0.5, 0.5, 0.5).convertLinearToSRGB().r * 255;
    expect(Math.abs(lit - half)).toBeLessThan(6);
    const tilted = lamp.clone();
    tilted.position.set(Math.sqrt(3), 0, 1);
    expect(colourAt(await draw(matte, tilted), centre)[0]).toBeLessThan(lit - 30);
    lamp.position.set(0, 0, -1);
    expect(colourAt(await draw(matte, lamp), centre)).toEqual([0, 0, 0]);
  });

  test('lets surfaces glow and sees ambient light', async () => {
    const material = new MeshStandardMaterial({ color: 0x000000, emissive: 0x804020, roughness: 1 });
    expect(colourAt(await draw(new Mesh(new PlaneGeometry(1, 1), material)), centre)).toEqual([
      0x80, 0x40, 0x20,
    ]);
    const grey = new Mesh(new PlaneGeometry(1, 1), new MeshStandardMaterial({ roughness: 1 }));
    const [red, green, blue] = colourAt(await draw(grey, new AmbientLight(0xff8000, 1)), centre);
    expect(red).toBeGreaterThan(green);
    expect(blue).toBe(0);
  });

  test('shades flat where a geometry has no normals or the material says so', async () => {
    const lamp = new DirectionalLight(0xffffff, 2);
    lamp.position.set(1, 2, 3);
    const flat = new SphereGeometry(0.7, 6, 4);
    const bare = flat.clone().deleteAttribute('normal');
    const told = await draw(new Mesh(flat, new MeshStandardMaterial({ flatShading: true })), lamp);
    const lacking = await draw(new Mesh(bare, new MeshStandardMaterial()), lamp.clone());
    const smooth = await draw(new Mesh(flat, new MeshStandardMaterial()), lamp.clone());
    expect(lacking).toEqual(told);
    expect(smooth.mask).toEqual(told.mask);
    expect(smooth.pixels).not.toEqual(told.pixels);
  });

  test('leaves no gap between neighbouring triangles', async () => {
    const sheet = new Mesh(new PlaneGeometry(4, 4, 57, 43), new MeshBasicMaterial());
    for (const turn of [0, 0.3, Math.PI / 4]) {
      sheet.rotation.z = turn;
      expect(new Set((await draw(sheet)).mask)).toEqual(new Set([255]));
    }
  });

  test('cuts off what reaches behind the camera', async () => {
    const floor = new Mesh(new PlaneGeometry(4, 8), new MeshBasicMaterial({ color: 0xff0000 }));
    floor.rotation.x = -Math.PI / 2;
    floor.position.y = -0.5;
    const { mask, pixels } = await draw(floor);
    const row = (y: number) => Array.from(mask.subarray(y * size, (y + 1) * size));
    // The floor ends 6 units away: the ray that falls .5 on 6 units leaves the picture's middle by 1/12 of its height.
    expect(row(size - 1)).toEqual(new Array(size).fill(255));
    expect(row(size / 2 + 2)[size / 2]).toBe(255);
    expect(row(size / 2)).toEqual(new Array(size).fill(0));
    expect(Array.from(pixels.subarray(-3))).toEqual([255, 0, 0]);
  });

  test('puts the first row of a texture at v = 0, and repeats it', async () => {
    const texture = texels(2, [0xff0000, 0x00ff00, 0x0000ff, 0xffffff]);
    const sheet = new Mesh(new PlaneGeometry(2, 2), new MeshBasicMaterial({ map: texture }));
    const corners = (picture: Rendering) =>
      [0, size - 1, size * (size - 1), size * size - 1].map((pixel) => colourAt(picture, pixel));
    const [red, green, blue, white] = [
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 255],
    ];
    expect(corners(await draw(sheet))).toEqual([blue, white, red, green]);
    texture.wrapS = RepeatWrapping;
    texture.repeat.x = 1.5;
    expect(corners(await draw(sheet))).toEqual([blue, blue, red, red]);
  });

  test('shows the mean light of a texture that is shown small', async () => {
    const checks = Array.from({ length: 256 * 256 }, (_, texel) =>
      (texel + (texel >> 8)) % 2 === 0 ? 0xffffff : 0,
    );
    const texture = texels(256, checks);
    texture.minFilter = LinearMipmapLinearFilter;
    texture.generateMipmaps = true;
    const picture = await draw(new Mesh(new PlaneGeometry(1, 1), new MeshBasicMaterial({ map: texture })));
    expect(colourAt(picture, centre)).toEqual([188, 188, 188]);
  });

  test('leaves out what a texture makes transparent', async () => {
    const texture = texels(2, [0xffffff, 0xffffff, 0xffffff, 0xffffff]);
    texture.image.data?.set([0], 3);
    const map = { map: texture, alphaTest: 0.5 };
    const { mask } = await draw(new Mesh(new PlaneGeometry(2, 2), new MeshBasicMaterial(map)));
    expect(mask.reduce((sum, coverage) => sum + coverage / 255, 0)).toBe((3 / 4) * size * size);
    expect(mask[size * (size - 1)]).toBe(0);
  });

  test('refuses textures that are no bytes', async () => {
    const texture = new DataTexture(new Float32Array(4), 1, 1);
    const sheet = new Mesh(new PlaneGeometry(1, 1), new MeshBasicMaterial({ map: texture }));
    sheet.name = 'sheet';
    await expect(draw(sheet)).rejects.toThrow(/^sheet: .* four bytes per texel/);
  });

  test('is lit by the harmonics of a light probe', async () => {
    const ball = new Mesh(new SphereGeometry(0.5), new MeshStandardMaterial({ roughness: 1 }));
    const even = new LightProbe();
    even.sh.coefficients[0].setScalar(Math.sqrt(4 * Math.PI));
    const ambient = new AmbientLight(0xffffff, Math.PI);
    const [probed, lit] = [await draw(ball, even), await draw(ball, ambient)];
    expect(Math.abs(colourAt(probed, centre)[0] - colourAt(lit, centre)[0])).toBeLessThan(2);
    const fromTheLeft = new LightProbe();
    fromTheLeft.sh.coefficients[0].setScalar(1);
    fromTheLeft.sh.coefficients[3].set(-0.5, 0, 0);
    const picture = await draw(ball, fromTheLeft);
    const [left, right] = [colourAt(picture, centre - 3), colourAt(picture, centre + 3)];
    expect(left[0]).toBeGreaterThan(right[0] + 20);
    expect(Math.abs(left[1] - right[1])).toBeLessThan(3);
  });

  test('gives these very bytes on every machine', async () => {
    const material = new MeshStandardMaterial({ color: 0x4080c0, roughness: 0.4, metalness: 0.3 });
    const lamp = new DirectionalLight(0xffffff, 2);
    lamp.position.set(1, 2, 3);
    const { pixels } = await draw(new Mesh(new SphereGeometry(0.7), material), lamp, new AmbientLight());
    expect(createHash('sha1').update(pixels).digest('hex')).toBe('5b6e1afc6ce9a4a0f27a5244b7d7e76022c67963');
  });
});

/** Colours row by row, unfiltered. */
function texels(side: number, colours: readonly number[]): DataTexture {
  const bytes = colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]);
  const texture = new DataTexture(new Uint8Array(bytes), side, side);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}
