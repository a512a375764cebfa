import type { RandomStream, RandomStreams } from '../../core/contracts/random.ts';

const { abs, atan2, ceil, cos, floor, hypot, max, min, sin, sqrt } = Math;

export type PlantKind = 'conifer' | 'broadleaf' | 'cypress' | 'acacia' | 'bare' | 'bush' | 'grass' | 'rock';

/** A plant or stone seen from the side, its foot at the bottom, lit from the upper left. */
export interface Sprite {
  readonly side: number;
  /** How much it hides, 0 … 1, `[side, side]`. */
  readonly cover: Float32Array;
  /** How brightly it is lit, 0 … 1, times `cover`. */
  readonly light: Float32Array;
}

/** The same sprite at half the side each, finest first. */
export type SpriteLevels = readonly Sprite[];

/** Grows plants when they are first asked for. */
export interface Plants {
  /** @param number which of its kind, 0 … `perKind - 1` */
  get(kind: PlantKind, number: number): SpriteLevels;
}

const side = 256;
const smallestSide = 4;
export const perKind = 8;

export function createPlants(random: RandomStreams): Plants {
  const grown = new Map<string, SpriteLevels>();
  return {
    get: (kind, number) => {
      const name = `${kind}/${number}`;
      const plant = grown.get(name) ?? grow(kind, random.stream(name));
      grown.set(name, plant);
      return plant;
    },
  };
}

function grow(kind: PlantKind, random: RandomStream): SpriteLevels {
  const sprite = emptySprite(side);
  growers[kind](sprite, random);
  return levelsOf(sprite);
}

/** Coordinates: x from -0.5 to 0.5, y from 0 at the foot to 1 at the top. */
const growers: Readonly<Record<PlantKind, (sprite: Sprite, random: RandomStream) => void>> = {
  conifer: (sprite, random) => {
    trunk(sprite, 0.01, 0.9);
    const [width, tiers] = [random.uniform(0.15, 0.24), random.uniform(11, 19)];
    for (let twig = 0; twig < 2600; twig++) {
      const height = 0.05 + 0.93 * (1 - sqrt(random.uniform()));
      const tier = 1 - ((height * tiers) % 1);
      const reach = width * (1 - height) ** 0.85 * (0.45 + 0.55 * tier);
      const share = random.uniform(-1, 1);
      const light = 0.4 + 0.3 * (tier - 0.5) - 0.22 * share + random.uniform(-0.18, 0.18);
      const y = height - 0.035 * abs(share) * (1 - height) + 0.01 * random.normal() * (1 - height);
      ellipse(sprite, reach * share, y, 0.011 * (1.2 - height), 0.005, light);
    }
  },
  broadleaf: (sprite, random) => {
    trunk(sprite, random.uniform(0.016, 0.03), 0.45);
    crown(
      sprite,
      random,
      [0, random.uniform(0.55, 0.66)],
      [random.uniform(0.3, 0.42), random.uniform(0.3, 0.36)],
      26,
    );
  },
  cypress: (sprite, random) => {
    trunk(sprite, 0.015, 0.2);
    crown(sprite, random, [0, 0.52], [random.uniform(0.08, 0.13), 0.46], 34);
  },
  acacia: (sprite, random) => {
    trunk(sprite, 0.018, 0.66);
    for (let limb = 0; limb < 5; limb++)
      line(sprite, [0, 0.35], [random.uniform(-0.32, 0.32), 0.74], 0.012, 0.15);
    crown(sprite, random, [0, 0.8], [0.48, 0.12], 22);
  },
  bare: (sprite, random) =>
    branches(sprite, random, [0, 0], Math.PI / 2, random.uniform(0.26, 0.34), 0.02, 6),
  bush: (sprite, random) => crown(sprite, random, [0, 0.26], [0.44, 0.24], 20),
  grass: (sprite, random) => {
    for (let blade = 0; blade < 46; blade++) {
      const [x, lean, height] = [random.normal(0, 0.12), random.normal(0, 0.16), random.uniform(0.3, 1)];
      line(sprite, [x, 0], [x + lean * height * 0.4, height * 0.6], 0.008, random.uniform(0.35, 0.9));
      line(
        sprite,
        [x + lean * height * 0.4, height * 0.6],
        [x + lean * height, height * 0.96],
        0.005,
        random.uniform(0.45, 1),
      );
    }
  },
  rock: (sprite, random) => {
    for (let stone = 0; stone < 5; stone++) {
      const size = random.uniform(0.12, 0.32);
      boulder(
        sprite,
        random,
        random.uniform(-0.28, 0.28),
        size * 0.5,
        size,
        size * random.uniform(0.5, 0.95),
      );
    }
  },
};

type Point = readonly [x: number, y: number];

function trunk(sprite: Sprite, width: number, height: number): void {
  line(sprite, [0, 0], [0, height], width, 0.13);
}

/** Clumps of leaves in an ellipse, the lower and hinder ones first. */
function crown(sprite: Sprite, random: RandomStream, [cx, cy]: Point, [rx, ry]: Point, clumps: number): void {
  const places = Array.from({ length: clumps }, () => {
    const [angle, distance] = [random.uniform(0, 2 * Math.PI), sqrt(random.uniform())];
    return { x: distance * cos(angle), y: distance * sin(angle) };
  }).sort((a, b) => a.y - b.y);
  for (const { x, y } of places) {
    const size = random.uniform(0.24, 0.4) * sqrt(rx * ry);
    const [left, foot] = [cx + x * (rx - size * 0.6), cy + y * (ry - size * 0.6)];
    const base = 0.5 + 0.16 * y - 0.14 * x;
    for (let leaf = 0; leaf < 110; leaf++) {
      const [angle, distance] = [random.uniform(0, 2 * Math.PI), sqrt(random.uniform())];
      const [dx, dy] = [distance * cos(angle), distance * sin(angle)];
      const light = base + 0.24 * dy - 0.18 * dx + random.uniform(-0.16, 0.16);
      ellipse(sprite, left + dx * size, foot + dy * size, size * 0.11, size * 0.09, light);
    }
  }
}

function branches(
  sprite: Sprite,
  random: RandomStream,
  [x, y]: Point,
  angle: number,
  length: number,
  width: number,
  generations: number,
): void {
  const end: Point = [x + length * cos(angle), y + length * sin(angle)];
  line(sprite, [x, y], end, width, 0.45 + 0.1 * random.normal());
  if (generations === 0) return;
  for (const turn of [random.uniform(0.15, 0.6), -random.uniform(0.15, 0.6)])
    branches(
      sprite,
      random,
      end,
      angle + turn,
      length * random.uniform(0.6, 0.82),
      width * 0.66,
      generations - 1,
    );
}

/** A blob whose outline is broken into facets, bright above and dark below. */
function boulder(sprite: Sprite, random: RandomStream, cx: number, cy: number, rx: number, ry: number): void {
  const facets = Array.from({ length: 7 }, () => ({
    angle: random.uniform(0, 2 * Math.PI),
    reach: random.uniform(0.62, 0.95),
  }));
  paint(sprite, [cx - rx, cx + rx], [max(0, cy - ry), cy + ry], (x, y) => {
    const [u, v] = [(x - cx) / rx, (y - cy) / ry];
    const cut = facets.reduce(
      (deepest, { angle, reach }) => {
        const depth = u * cos(angle) + v * sin(angle) - reach;
        return depth > deepest.depth ? { depth, angle } : deepest;
      },
      { depth: hypot(u, v) - 1, angle: atan2(v, u) },
    );
    return cut.depth > 0
      ? undefined
      : 0.5 + 0.3 * sin(cut.angle) - 0.18 * cos(cut.angle) + 0.06 * random.normal();
  });
}

function ellipse(sprite: Sprite, cx: number, cy: number, rx: number, ry: number, light: number): void {
  const [wide, high] = [max(rx, 0.6 / side), max(ry, 0.6 / side)];
  paint(sprite, [cx - wide, cx + wide], [cy - high, cy + high], (x, y) =>
    ((x - cx) / wide) ** 2 + ((y - cy) / high) ** 2 <= 1 ? light : undefined,
  );
}

function line(sprite: Sprite, [x0, y0]: Point, [x1, y1]: Point, width: number, light: number): void {
  const half = max(width, 0.7 / side);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = max(dx * dx + dy * dy, 1e-9);
  const [left, right] = [min(x0, x1) - half, max(x0, x1) + half];
  paint(sprite, [left, right], [min(y0, y1) - half, max(y0, y1) + half], (x, y) => {
    const along = min(1, max(0, ((x - x0) * dx + (y - y0) * dy) / square));
    const across = hypot(x - x0 - along * dx, y - y0 - along * dy);
    return across <= half ? light : undefined;
  });
}

/** Sets the light of pixels for which `lightAt` gives one. */
function paint(
  { cover, light }: Sprite,
  [left, right]: Point,
  [foot, top]: Point,
  lightAt: (x: number, y: number) => number | undefined,
): void {
  const first = max(0, floor((left + 0.5) * side));
  const last = min(side - 1, ceil((right + 0.5) * side));
  for (let row = max(0, floor((1 - top) * side)); row <= min(side - 1, ceil((1 - foot) * side)); row++)
    for (let column = first; column <= last; column++) {
      const value = lightAt((column + 0.5) / side - 0.5, 1 - (row + 0.5) / side);
      if (value === undefined) continue;
      cover[row * side + column] = 1;
      light[row * side + column] = min(1, max(0.04, value));
    }
}

function emptySprite(length: number): Sprite {
  return { side: length, cover: new Float32Array(length * length), light: new Float32Array(length * length) };
}

function levelsOf(sprite: Sprite): SpriteLevels {
  const levels = [sprite];
  while (levels[levels.length - 1].side > smallestSide) levels.push(halved(levels[levels.length - 1]));
  return levels;
}

function halved(sprite: Sprite): Sprite {
  const half = emptySprite(sprite.side / 2);
  for (const name of ['cover', 'light'] as const)
    for (let place = 0; place < half.cover.length; place++) {
      const from = 2 * floor(place / half.side) * sprite.side + 2 * (place % half.side);
      const [values, below] = [sprite[name], from + sprite.side];
      half[name][place] = (values[from] + values[from + 1] + values[below] + values[below + 1]) / 4;
    }
  return half;
}
