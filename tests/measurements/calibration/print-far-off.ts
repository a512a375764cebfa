import { type Calibration, farOff } from './calibrate.ts';

/** Prints, as JSON, what is far off in so many repeats: name of the hypothesis, repeats. For the unit tests, which start it. */

const [name, repeats] = process.argv.slice(2);
const { default: calibration }: { default: Calibration } = await import(
  new URL(`hypotheses/${name}.ts`, import.meta.url).href
);
console.log(JSON.stringify(await farOff(calibration, { repeats: Number(repeats) })));
