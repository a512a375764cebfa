import { z } from 'zod';
import { LinearAlgebra } from '../../core/contracts/linear-algebra.ts';
import { definePlugin } from '../../core/contracts/plugin.ts';

export default definePlugin({
  extends: LinearAlgebra,
  id: 'plain-algebra',
  version: '1.0.0',
  summary: 'Linear algebra in plain TypeScript: runs everywhere, on one core',
  citation: 'Golub & Van Loan (2013), Matrix computations, 4th ed., sections 4.2 and 8.3',
  options: z.strictObject({}),
  preference: 10,
  availability: async () => ({ available: true, detail: 'plain TypeScript, one thread' }),
  create: async () => (await import('./plain-algebra.ts')).createPlainAlgebra(),
});
