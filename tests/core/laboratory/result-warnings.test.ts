import { expect, test } from '@jest/globals';
import { resultWarnings } from '../../../core/laboratory/result-warnings.ts';

test('a warning of a backbone bears its id', () => {
  const backbones = [
    { id: 'fresh', built: { part: { warnings: ['its weights look untrained.'] } } },
    { id: 'pixels', built: { part: {} } },
  ];
  expect(resultWarnings({}, backbones, [], [])).toEqual(['fresh: its weights look untrained.']);
});
