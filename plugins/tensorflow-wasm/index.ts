import { z } from 'zod';
import { definePlugin } from '../../core/contracts/plugin.ts';
import { Tensors } from '../../core/contracts/tensors.ts';

export default definePlugin({
  extends: Tensors,
  id: 'tensorflow-wasm',
  version: '1.0.0',
  summary: 'TensorFlow.js on WebAssembly: runs everywhere, on one core',
  citation: 'Smilkov et al. (2019), TensorFlow.js: machine learning for the web and beyond, MLSys 1, 309-321',
  options: z.strictObject({}),
  preference: 10,
  availability: async () => (await import('./wasm-tensors.ts')).wasmAvailability(),
  create: async () => (await import('./wasm-tensors.ts')).createWasmTensors(),
});
