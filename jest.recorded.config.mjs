import unit from './jest.config.mjs';

/** Tests on recorded data that the project does not carry; NEUROID_DATA says where they are. */
export default {
  ...unit,
  testMatch: ['<rootDir>/tests/recorded/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
