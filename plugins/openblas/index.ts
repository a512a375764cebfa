import { z } from 'zod';
import { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';

export default definePlugin({
  extends: LinearAlgebra,
  id: 'openblas',
  version: '1.0.0',
  summary: 'OpenBLAS and LAPACK in double precision',
  citation:
    'Xianyi, Qian & Yunquan (2012), Model-driven level 3 BLAS performance optimization, ICPADS, 684-691',
  options: z.strictObject({
    threads: z
      .int()
      .min(1)
      .max(256)
      .default(1)
      .describe(
        'Threads of the process. More than one pays on an idle machine only: they wait for each other by spinning.',
      ),
  }),
  preference: 20,
  availability: async () => (await import('./library.ts')).libraryAvailability(),
  create: async ({ threads }) => (await import('./openblas-algebra.ts')).createOpenblasAlgebra(threads),
});
