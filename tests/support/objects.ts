import {
  BoxGeometry,
  type BufferGeometry,
  ConeGeometry,
  DoubleSide,
  Float32BufferAttribute,
  Group,
  Mesh,
  MeshStandardMaterial,
  type MeshStandardMaterialParameters,
  type Object3D,
  PlaneGeometry,
  SphereGeometry,
  TorusGeometry,
} from 'three';
import type { ObjectDescription, ObjectSource } from '../../core/contracts/object-source.ts';

const shapes: Readonly<Record<string, () => Object3D>> = {
  'boxes-1': () => mesh(new BoxGeometry(1.2, 0.6, 0.9), { color: 0x20c040, roughness: 0.6 }),
  'boxes-2': () => mesh(new BoxGeometry(0.5, 1.2, 0.7), { color: 0xd0d0e0, roughness: 0.35, metalness: 0.7 }),
  'rings-1': () => mesh(new TorusGeometry(0.45, 0.15, 24, 48), { color: 0xc02020, roughness: 0.9 }),
  'rings-2': () => mesh(new TorusGeometry(0.5, 0.1, 8, 12), { color: 0xe0a020, flatShading: true }),
  'solids-1': () => mesh(painted(new SphereGeometry(0.6, 32, 24)), { vertexColors: true, roughness: 0.95 }),
  'solids-2': () => mesh(new ConeGeometry(0.5, 1.2, 32), { color: 0x4060ff, roughness: 0.6 }),
  'sheets-1': () => mesh(new PlaneGeometry(1.2, 0.9), { color: 0xf0f0f0, side: DoubleSide }),
};

/** Simple solids, and how often each was loaded. */
export interface FakeObjects extends ObjectSource {
  readonly loads: ReadonlyMap<string, number>;
}

export function fakeObjects(names: readonly string[] = Object.keys(shapes)): FakeObjects {
  const loads = new Map<string, number>();
  return {
    loads,
    objects: async () =>
      names.map(
        (object_name): ObjectDescription => ({
          object_name,
          category_name: object_name.replace(/-\d+$/, ''),
        }),
      ),
    load: async (name) => {
      loads.set(name, (loads.get(name) ?? 0) + 1);
      return shape(name);
    },
  };
}

export const shapeNames: readonly string[] = Object.keys(shapes);

export function shape(name: string): Object3D {
  return shapes[name]();
}

function mesh(geometry: BufferGeometry, material: MeshStandardMaterialParameters): Object3D {
  return new Group().add(new Mesh(geometry, new MeshStandardMaterial(material)));
}

function painted(geometry: BufferGeometry): BufferGeometry {
  const { position } = geometry.attributes;
  const colours = Array.from({ length: position.count }, (_, vertex) => [
    0.5 + position.getX(vertex) / 1.3,
    0.5 + position.getY(vertex) / 1.3,
    0.3,
  ]);
  return geometry.setAttribute('color', new Float32BufferAttribute(colours.flat(), 3));
}
