import swc from '@swc/jest';

/**
 * Every look at a global passes through the sandbox of the tests, which takes longer than most of what is done with it:
 * each module takes the built-in objects that it names into constants of its own.
 */
const builtIns = [
  'Array',
  'BigInt',
  'Boolean',
  'Error',
  'Float32Array',
  'Float64Array',
  'Infinity',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'RangeError',
  'Set',
  'String',
  'Symbol',
  'TypeError',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'WeakMap',
];

function withConstants({ code, ...rest }) {
  const named = builtIns.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return { ...rest, code: named.length === 0 ? code : `const { ${named.join(', ')} } = globalThis; ${code}` };
}

export default {
  createTransformer(options) {
    const transformer = swc.createTransformer(options);
    const isLibrary = (path) => path.endsWith('.js');
    return {
      ...transformer,
      process: (code, path, ...rest) =>
        withConstants(isLibrary(path) ? { code } : transformer.process(code, path, ...rest)),
      processAsync: async (code, path, ...rest) =>
        withConstants(isLibrary(path) ? { code } : await transformer.processAsync(code, path, ...rest)),
      getCacheKey: (...given) => `${transformer.getCacheKey(...given)}${withConstants}${builtIns}`,
    };
  },
};
