import { token } from '../container/token.ts';
import type { LinearAlgebra } from './linear-algebra.ts';
import type { Renderer } from './renderer.ts';
import type { Tensors } from './tensors.ts';

/**
 * The engines of a running scene, as plugins ask for them in `needs`. One of each serves the whole run, started
 * when the first part that needs it is built.
 */
export const RendererService = token<Renderer>('renderer');
export const TensorsService = token<Tensors>('tensors');
export const LinearAlgebraService = token<LinearAlgebra>('linear algebra');
