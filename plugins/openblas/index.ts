import { z } from 'zod';
import { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';

export default definePlugin({
  extends: LinearAlgebra,
  id: 'openblas',
  version: '1.0.0',
  summary: 'OpenBLAS and LAPACK on all cores',
  citation:
    'Xianyi, Qian & Yunquan (2012), Model-driven level 3 BLAS performance optimization, ICPADS, 684-691',
  options: z.strictObject({
    threads: z
      .int()
      .min(1)
      .max(256)
      .optional()
      .describe('Threads of the process; by default one per core. Another number changes the last digits.'),
  }),
  preference: 20,
  availability: async () => (await import('./library.ts')).libraryAvailability(),
  create: async ({ threads }) => (await import('./openblas-algebra.ts')).createOpenblasAlgebra(threads),
});
