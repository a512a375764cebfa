import { farOff } from '../../measurements/calibration/calibrate.ts';
import calibration from '../../measurements/calibration/hypotheses/direct-fit-overfits.ts';

test('verdicts of direct-fit-overfits hold in simulated studies', async () => {
  expect(await farOff(calibration, { repeats: 8 })).toEqual([]);
}, 60_000);
