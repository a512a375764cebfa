import { token } from '../container/token.ts';
import type { LinearAlgebra } from './linear-algebra.ts';
import type { Renderer } from './renderer.ts';
import type { Tensors } from './tensors.ts';

/**
 * The engines of a running scene, as plugins ask for them in `needs`. They are started on first use: a scene
 * answered from the store never opens a graphics device.
 */
export interface Lazy<Engine> {
  /** Throws EnvironmentError with a remedy when the engine cannot run here. */
  get(): Promise<Engine>;
}

export const RendererService = token<Lazy<Renderer>>('renderer');
export const TensorsService = token<Lazy<Tensors>>('tensors');
export const LinearAlgebraService = token<Lazy<LinearAlgebra>>('linear algebra');
