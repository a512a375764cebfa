export default {
  maxWorkers: '100%',
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/tests/closing-line.mjs'],
  testEnvironment: './tests/environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/recorded/'],
  modulePathIgnorePatterns: ['<rootDir>/.neuroid/', '<rootDir>/results/'],
  transformIgnorePatterns: ['/node_modules/(?!three/)'],
  transform: {
    '^.+\\.ts$|/node_modules/three/.+\\.js$': [
      '<rootDir>/tests/transform.mjs',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
