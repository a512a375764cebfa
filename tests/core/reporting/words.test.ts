import { anchor, counted, decimal, listed, whole } from '../../../core/reporting/words.ts';

describe('words', () => {
  test('numbers have a true minus, and no minus when they round to zero', () => {
    expect(decimal(-0.456)).toBe('−0.46');
    expect(decimal(-0.004)).toBe('0.00');
    expect(whole(1234567)).toBe('1,234,567');
    expect(whole(999)).toBe('999');
  });

  test('counts and lists read as English', () => {
    expect(counted(1, 'stimulus', 'stimuli')).toBe('1 stimulus');
    expect(counted(2560, 'stimulus', 'stimuli')).toBe('2,560 stimuli');
    expect([listed([]), listed(['V1']), listed(['V1', 'V4', 'IT'])]).toEqual(['', 'V1', 'V1, V4 and IT']);
    expect(anchor('Finding', 'IT · across-objects')).toBe('finding-it-across-objects');
  });
});
