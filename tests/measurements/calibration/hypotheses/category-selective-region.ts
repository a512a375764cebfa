import { CategorySelectiveRegion } from '../../../../plugins/category-selective-region/category-selective-region.ts';
import { optionsSchema } from '../../../../plugins/category-selective-region/options.ts';
import { createPlainAlgebra } from '../../../../plugins/plain-algebra/plain-algebra.ts';
import { type SelectiveTruth, selectiveScene } from '../../../support/selective-scene.ts';
import type { Calibration, World } from '../calibrate.ts';

const algebra = createPlainAlgebra();
const options = optionsSchema.parse({
  mapping: { images: 30, ofCategory: 12 },
  shuffles: 1,
  randomLesions: 1,
  folds: 3,
});
const alike = { faces: 0.3, spread: 0.08 };
const conditions = { complete: alike, deprived: alike, untrained: alike, units: 30 };
const questions = [
  'need of the diet',
  'more than untrained',
  'kept in other views',
  'lesion',
  'sites',
] as const;

function world(
  question: (typeof questions)[number],
  is: string,
  holds: boolean,
  truth: Partial<SelectiveTruth> = {},
): World {
  return {
    is: `${question}: ${is}`,
    holds,
    study: async (random) => {
      const evidence = selectiveScene({ ...conditions, ...truth }, random.scope('scene'), algebra);
      const findings = await new CategorySelectiveRegion(options, algebra).test(
        evidence,
        random.scope('test'),
      );
      return findings[questions.indexOf(question)].verdict;
    },
  };
}

/** Three networks of 30 units per condition; the share of units that prefer faces differs between networks by .08. */
const calibration: Calibration = {
  hypothesis: 'category-selective-region',
  worlds: [
    world('need of the diet', '.3 of the units with and without faces', false),
    world('more than untrained', '.3 of the units without faces and untrained', false),
    world('kept in other views', 'units prefer any class there', false, {
      deprived: { ...alike, keeps: false },
    }),
    world('lesion', 'the last layer does not read the units', false, { deprived: { ...alike, used: false } }),
    world('sites', 'units know no faces', false, { deprived: { faces: 0 } }),
    world('need of the diet', '.5 of the units with faces, .1 without', true, {
      complete: { ...alike, faces: 0.5 },
      deprived: { ...alike, faces: 0.1 },
    }),
    world('more than untrained', '.5 of the units without faces, .1 untrained', true, {
      deprived: { ...alike, faces: 0.5 },
      untrained: { ...alike, faces: 0.1 },
    }),
    world('kept in other views', 'units prefer faces there, too', true),
    world('lesion', 'the last layer knows faces from the units', true),
    world('sites', 'sites that prefer faces, and units that do', true),
  ],
};

export default calibration;
