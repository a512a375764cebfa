import type { Color } from 'three';
import type { RandomStream } from '../../../../core/contracts/random.ts';
import { pickColour, varied } from '../../shapes/colours.ts';
import { superellipse, upright } from '../../shapes/curves.ts';
import { loft } from '../../shapes/loft.ts';
import { around, type FlatPoint, type Point, steps } from '../../shapes/points.ts';
import { Sculpture } from '../../shapes/sculpture.ts';
import { ball, box, cylinder, ellipsoid, lathe } from '../../shapes/solids.ts';
import type { Category } from '../category.ts';

/** A wing seen from above; lengths as shares of the fuselage length, places along it from the tail (-0.5) to the nose (0.5). */
interface Wing {
  readonly halfSpan: number;
  readonly rootChord: number;
  readonly tipChord: number;
  /** How far the tip lies behind the root. */
  readonly sweep: number;
  /** Rise of the tip above the root. */
  readonly dihedral: number;
  readonly along: number;
  /** Height on the fuselage, in fuselage radii. */
  readonly height: number;
}

type EnginePlace = 'under-wing' | 'tail-sides' | 'nose-propeller' | 'wing-propellers' | 'inside' | 'none';
type Gear = 'none' | 'wheels' | 'floats';
type Tail = 'low' | 'high' | 'twin';

interface Kind {
  readonly fuselageRadius: number;
  /** Radii along the fuselage from nose to tail, as shares of the largest. */
  readonly profile: readonly number[];
  readonly wing: Wing;
  readonly upperWing: boolean;
  readonly tail: Tail;
  readonly engines: EnginePlace;
  readonly engineCount: 1 | 2;
  readonly gear: Gear;
  readonly canopy: boolean;
  readonly windows: boolean;
  readonly colours: readonly string[];
  readonly accents: readonly string[];
}

export interface PlaneParameters extends Omit<Kind, 'colours' | 'accents'> {
  readonly colour: Color;
  readonly accentColour: Color;
}

const airliner = [0.05, 0.55, 0.85, 1, 1, 1, 1, 1, 0.95, 0.75, 0.45, 0.18];
const light = [0.35, 0.75, 0.95, 1, 0.95, 0.75, 0.55, 0.4, 0.28, 0.2, 0.14, 0.1];
const fighter = [0.02, 0.3, 0.55, 0.75, 0.9, 1, 1, 1, 1, 0.98, 0.9, 0.75];
const slender = [0.1, 0.7, 1, 1, 0.7, 0.42, 0.3, 0.26, 0.23, 0.2, 0.17, 0.14];

const kinds: readonly Kind[] = [
  {
    fuselageRadius: 0.06,
    profile: airliner,
    upperWing: false,
    tail: 'low',
    engines: 'under-wing',
    engineCount: 1,
    wing: {
      halfSpan: 0.5,
      rootChord: 0.22,
      tipChord: 0.06,
      sweep: 0.24,
      dihedral: 0.05,
      along: 0.08,
      height: -0.5,
    },
    gear: 'none',
    canopy: false,
    windows: true,
    colours: ['#f0f0ee'],
    accents: ['#1f4e9c', '#c22a2a'],
  },
  {
    fuselageRadius: 0.085,
    profile: light,
    upperWing: true,
    tail: 'low',
    engines: 'nose-propeller',
    engineCount: 1,
    wing: {
      halfSpan: 0.56,
      rootChord: 0.19,
      tipChord: 0.16,
      sweep: 0,
      dihedral: 0,
      along: 0.16,
      height: -0.75,
    },
    gear: 'wheels',
    canopy: false,
    windows: false,
    colours: ['#c22a24', '#e0b020'],
    accents: ['#f0e8d0', '#2a3a5a'],
  },
  {
    fuselageRadius: 0.065,
    profile: fighter,
    upperWing: false,
    tail: 'twin',
    engines: 'inside',
    engineCount: 2,
    wing: {
      halfSpan: 0.36,
      rootChord: 0.46,
      tipChord: 0.08,
      sweep: 0.38,
      dihedral: 0,
      along: 0.02,
      height: 0,
    },
    gear: 'none',
    canopy: true,
    windows: false,
    colours: ['#7f8a94', '#5f6a58'],
    accents: ['#4c545c'],
  },
  {
    fuselageRadius: 0.07,
    profile: slender,
    upperWing: false,
    tail: 'high',
    engines: 'none',
    engineCount: 1,
    wing: {
      halfSpan: 0.8,
      rootChord: 0.15,
      tipChord: 0.08,
      sweep: 0.03,
      dihedral: 0.09,
      along: 0.14,
      height: 0.3,
    },
    gear: 'none',
    canopy: true,
    windows: false,
    colours: ['#f5f4f0'],
    accents: ['#d03a2a', '#2a5aa0'],
  },
  {
    fuselageRadius: 0.085,
    profile: light,
    upperWing: false,
    tail: 'low',
    engines: 'nose-propeller',
    engineCount: 1,
    wing: {
      halfSpan: 0.62,
      rootChord: 0.19,
      tipChord: 0.14,
      sweep: 0.02,
      dihedral: 0.04,
      along: 0.15,
      height: 1,
    },
    gear: 'wheels',
    canopy: false,
    windows: true,
    colours: ['#f2efe6', '#e9e4d2'],
    accents: ['#2f6fb5', '#2f7a4c'],
  },
  {
    fuselageRadius: 0.085,
    profile: airliner,
    upperWing: false,
    tail: 'low',
    engines: 'wing-propellers',
    engineCount: 2,
    wing: {
      halfSpan: 0.66,
      rootChord: 0.17,
      tipChord: 0.09,
      sweep: 0.03,
      dihedral: 0,
      along: 0.12,
      height: 0.9,
    },
    gear: 'none',
    canopy: false,
    windows: false,
    colours: ['#5f6b4a', '#6e7680'],
    accents: ['#3c4430'],
  },
  {
    fuselageRadius: 0.06,
    profile: airliner,
    upperWing: false,
    tail: 'high',
    engines: 'tail-sides',
    engineCount: 1,
    wing: {
      halfSpan: 0.44,
      rootChord: 0.19,
      tipChord: 0.07,
      sweep: 0.15,
      dihedral: 0.04,
      along: 0.02,
      height: -0.7,
    },
    gear: 'wheels',
    canopy: false,
    windows: true,
    colours: ['#e8e6e0', '#23324a'],
    accents: ['#b08a3a', '#8c1f2a'],
  },
  {
    fuselageRadius: 0.08,
    profile: light,
    upperWing: false,
    tail: 'low',
    engines: 'nose-propeller',
    engineCount: 1,
    wing: {
      halfSpan: 0.6,
      rootChord: 0.2,
      tipChord: 0.15,
      sweep: 0.02,
      dihedral: 0.03,
      along: 0.15,
      height: 1,
    },
    gear: 'floats',
    canopy: false,
    windows: true,
    colours: ['#f0c020', '#e8842a'],
    accents: ['#26384f'],
  },
  {
    fuselageRadius: 0.08,
    profile: light,
    upperWing: false,
    tail: 'low',
    engines: 'nose-propeller',
    engineCount: 1,
    wing: {
      halfSpan: 0.58,
      rootChord: 0.24,
      tipChord: 0.09,
      sweep: 0.04,
      dihedral: 0.08,
      along: 0.12,
      height: -0.6,
    },
    gear: 'wheels',
    canopy: true,
    windows: false,
    colours: ['#52603f', '#7a6a4a'],
    accents: ['#c9b48a', '#b03a2a'],
  },
];

/** The kind goes by the index, so that neighbours differ; measures and colours of the single plane are drawn. */
export function drawPlaneParameters(index: number, random: RandomStream): PlaneParameters {
  const { colours, accents, ...kind } = kinds[index % kinds.length];
  const { wing } = kind;
  return {
    ...kind,
    fuselageRadius: varied(random, kind.fuselageRadius, 0.12),
    wing: {
      ...wing,
      halfSpan: varied(random, wing.halfSpan, 0.08),
      rootChord: varied(random, wing.rootChord, 0.12),
      tipChord: varied(random, wing.tipChord, 0.15),
      sweep: varied(random, wing.sweep, 0.15),
    },
    colour: pickColour(random, colours),
    accentColour: pickColour(random, accents),
  };
}

export function buildPlane(plane: PlaneParameters): Sculpture {
  const sculpture = new Sculpture();
  addFuselage(sculpture, plane);
  addWings(sculpture, plane);
  addTail(sculpture, plane);
  addEngines(sculpture, plane);
  if (plane.canopy) addCanopy(sculpture, plane);
  if (plane.gear === 'wheels') addWheels(sculpture, plane);
  if (plane.gear === 'floats') addFloats(sculpture, plane);
  return sculpture;
}

function addFuselage(sculpture: Sculpture, plane: PlaneParameters): void {
  const { fuselageRadius: radius, profile, windows, canopy, colour, accentColour } = plane;
  const places = steps(0.5, -0.5, profile.length);
  const rings = places.map((z, index) => {
    const size = radius * profile[index];
    const lift = (radius - size) * (z < 0 ? 0.75 : -0.25);
    return upright(superellipse(size, size * 1.05, 2, 20), z, lift);
  });
  const paint = (_x: number, y: number, z: number) => {
    if (!canopy && z > 0.36 && z < 0.42 && y > radius * 0.25) return '#1e2833';
    return y < -radius * 0.1 && y > -radius * 0.35 ? accentColour : colour;
  };
  sculpture.add(loft(densified(rings)), { paint, finish: 'gloss' });
  if (!windows) return;
  for (const z of steps(-0.22, 0.3, 14))
    sculpture.add(box([radius * 0.1, radius * 0.3, 0.018]), {
      paint: '#1e2833',
      finish: 'gloss',
      at: [radius * 0.97, radius * 0.25, z],
      mirror: true,
    });
}

/** Two rings more between every two, so that painted borders are sharp. */
function densified(rings: readonly Point[][]): Point[][] {
  return rings.flatMap((ring, index) => {
    const next = rings[index + 1];
    if (!next) return [ring];
    return [0, 1 / 3, 2 / 3].map((share) =>
      ring.map(
        (point, place): Point => [
          point[0] + (next[place][0] - point[0]) * share,
          point[1] + (next[place][1] - point[1]) * share,
          point[2] + (next[place][2] - point[2]) * share,
        ],
      ),
    );
  });
}

/** Outline of an aerofoil of chord 1 from the leading edge (0) backwards, thickness 0.12. */
const aerofoil: readonly FlatPoint[] = around(14).map((angle) => {
  const back = (1 - Math.cos(angle)) / 2;
  const thickness =
    0.6 *
    (0.2969 * Math.sqrt(back) - 0.126 * back - 0.3516 * back ** 2 + 0.2843 * back ** 3 - 0.1015 * back ** 4);
  return [back, Math.sign(Math.sin(angle)) * thickness + 0.015];
});

function wingGeometry({ halfSpan, rootChord, tipChord, sweep, dihedral }: Wing, sections = 4) {
  return loft(
    steps(0, 1, sections).map((share) => {
      const taper = share > 0.99 ? 0.8 : 1;
      const chord = (rootChord + (tipChord - rootChord) * share) * taper;
      return aerofoil.map(
        ([back, up]): Point => [
          halfSpan * share,
          dihedral * share + up * chord,
          rootChord / 2 - sweep * share - back * chord,
        ],
      );
    }),
  );
}

function addWings(
  sculpture: Sculpture,
  { wing, upperWing, fuselageRadius: radius, colour, accentColour }: PlaneParameters,
): void {
  const at: Point = [0, wing.height * radius, wing.along];
  const tipped = (x: number) => (x > wing.halfSpan * 0.86 ? accentColour : colour);
  sculpture.add(wingGeometry(wing, 8), { paint: tipped, at, mirror: true });
  if (!upperWing) return;
  const gap = radius * 2.6;
  sculpture.add(wingGeometry(wing, 8), { paint: tipped, at: [0, at[1] + gap, at[2] + 0.03], mirror: true });
  for (const share of [0.16, 0.75])
    for (const z of [-0.05, 0.06])
      sculpture.add(cylinder(0.007, 0.007, gap, 8), {
        paint: '#5a4630',
        at: [wing.halfSpan * share, at[1] + gap / 2, at[2] + z + 0.02],
        mirror: true,
      });
}

function addTail(
  sculpture: Sculpture,
  { tail, fuselageRadius: radius, accentColour, colour, engines }: PlaneParameters,
): void {
  const scale = engines === 'none' ? 0.8 : 1;
  const fin: Wing = {
    halfSpan: 0.18 * scale,
    rootChord: 0.16,
    tipChord: 0.08,
    sweep: 0.1,
    dihedral: 0,
    along: 0,
    height: 0,
  };
  const stabiliser: Wing = { ...fin, halfSpan: 0.19 * scale, rootChord: 0.12, tipChord: 0.06, sweep: 0.06 };
  const base: Point = [0, radius * 0.5, -0.41];
  if (tail === 'twin')
    sculpture.add(wingGeometry(fin), {
      paint: accentColour,
      at: [radius * 1.1, radius * 0.4, -0.36],
      turn: [0, 0, Math.PI / 2 - 0.25],
      mirror: true,
    });
  else sculpture.add(wingGeometry(fin), { paint: accentColour, at: base, turn: [0, 0, Math.PI / 2] });
  const height = tail === 'high' ? base[1] + fin.halfSpan * 0.95 : base[1];
  const back = tail === 'high' ? -0.49 : -0.43;
  sculpture.add(wingGeometry(stabiliser), {
    paint: tail === 'high' ? accentColour : colour,
    at: [0, height, back],
    mirror: true,
  });
}

function addEngines(sculpture: Sculpture, plane: PlaneParameters): void {
  const { engines, wing, fuselageRadius: radius, engineCount } = plane;
  const level = wing.height * radius;
  if (engines === 'nose-propeller')
    addPropeller(sculpture, [0, -radius * 0.15, 0.5], 0.15, plane.accentColour);
  if (engines === 'tail-sides')
    addTurbine(sculpture, plane, [radius * 1.75, radius * 0.6, -0.26], radius * 0.55);
  if (engines === 'under-wing') {
    const [x, z] = [wing.halfSpan * 0.36, wing.along + wing.rootChord / 2 - wing.sweep * 0.36 + 0.02];
    addTurbine(sculpture, plane, [x, level - radius * 0.55, z], radius * 0.6);
  }
  if (engines === 'wing-propellers')
    for (const share of steps(0.3, 0.62, engineCount)) {
      const at: Point = [wing.halfSpan * share, level - 0.01, wing.along + wing.rootChord / 2 - 0.01];
      sculpture.add(ellipsoid([0.03, 0.032, 0.1]), { paint: plane.colour, at, mirror: true });
      addPropeller(sculpture, [at[0], at[1], at[2] + 0.09], 0.1, plane.accentColour, true);
    }
  if (engines === 'inside') {
    sculpture.add(cylinder(radius * 0.5, radius * 0.42, 0.08), {
      paint: '#2a2a2e',
      finish: 'metal',
      at: [radius * 0.45, 0, -0.52],
      turn: [Math.PI / 2, 0, 0],
      mirror: true,
    });
    sculpture.add(box([radius * 0.9, radius * 1.1, 0.3], radius * 0.3), {
      paint: plane.colour,
      at: [radius * 1.15, -radius * 0.05, 0.08],
      mirror: true,
    });
    sculpture.add(box([radius * 0.7, radius * 0.85, 0.02]), {
      paint: '#1c1d20',
      at: [radius * 1.15, -radius * 0.05, 0.225],
      mirror: true,
    });
  }
}

function addTurbine(sculpture: Sculpture, { colour }: PlaneParameters, at: Point, radius: number): void {
  const shell: FlatPoint[] = [
    [radius * 0.45, -0.08],
    [radius * 0.8, -0.03],
    [radius, 0.03],
    [radius, 0.06],
    [radius * 0.88, 0.07],
    [radius * 0.8, 0.05],
    [0, 0.045],
  ];
  const paint = (x: number, y: number, z: number) =>
    y < 0.06 && y > 0.04 && Math.hypot(x, z) < radius * 0.9 ? '#26282c' : colour;
  sculpture.add(lathe([[0, -0.08], ...shell]), {
    paint,
    finish: 'gloss',
    at,
    turn: [Math.PI / 2, 0, 0],
    mirror: true,
  });
}

function addPropeller(sculpture: Sculpture, at: Point, length: number, paint: Color, mirror = false): void {
  sculpture.add(ellipsoid([0.024, 0.024, 0.04]), { paint, finish: 'gloss', at, mirror });
  for (const angle of around(3, 0.5))
    sculpture.add(ellipsoid([length / 2, 0.014, 0.006], 8), {
      paint: '#2c2624',
      at: [at[0] + (Math.cos(angle) * length) / 2, at[1] + (Math.sin(angle) * length) / 2, at[2] + 0.012],
      turn: [0, 0, angle],
      mirror,
    });
}

function addCanopy(sculpture: Sculpture, { fuselageRadius: radius, engines }: PlaneParameters): void {
  const along = engines === 'nose-propeller' ? 0.08 : 0.26;
  sculpture.add(ellipsoid([radius * 0.55, radius * 0.75, 0.12]), {
    paint: '#2a3d52',
    finish: 'gloss',
    at: [0, radius * 0.6, along],
  });
}

function addWheels(sculpture: Sculpture, { fuselageRadius: radius }: PlaneParameters): void {
  const floor = -radius * 2;
  for (const [x, z] of [
    [radius * 1.2, 0.12],
    [0.0001, 0.36],
  ] as const) {
    sculpture.add(cylinder(0.008, 0.008, radius * 1.5, 8), {
      paint: '#5a5d63',
      at: [x * 0.85, floor + radius * 0.75, z],
      mirror: true,
    });
    sculpture.add(cylinder(0.036, 0.036, 0.026), {
      paint: '#1a1a1c',
      at: [x, floor, z],
      turn: [0, 0, Math.PI / 2],
      mirror: true,
    });
  }
}

function addFloats(sculpture: Sculpture, { fuselageRadius: radius, accentColour }: PlaneParameters): void {
  const floor = -radius * 2.3;
  sculpture.add(ellipsoid([0.045, 0.04, 0.36]), {
    paint: accentColour,
    finish: 'gloss',
    at: [radius * 1.7, floor, 0.06],
    mirror: true,
  });
  for (const z of [-0.08, 0.2])
    sculpture.add(cylinder(0.008, 0.008, radius * 2, 8), {
      paint: '#5a5d63',
      at: [radius * 1.2, floor + radius, z],
      turn: [0, 0, 0.5],
      mirror: true,
    });
  sculpture.add(ball(0.012, 8), { paint: '#5a5d63', at: [0, floor + radius * 0.4, 0.06] });
}

export const planes: Category = {
  name: 'planes',
  sculpt: (index, random) => buildPlane(drawPlaneParameters(index, random)),
};
