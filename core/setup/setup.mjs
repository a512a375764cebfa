import { removeUnfinishedEngines } from './engine-folder.mjs';
import { npmPackages } from './npm-packages.mjs';
import { openblas } from './openblas.mjs';
import { rendererLibraries } from './renderer-libraries.mjs';
import { SetupError } from './setup-error.mjs';
import { validStamp, writeStamp } from './stamp.mjs';
import { tensorflow } from './tensorflow.mjs';

const steps = [
  { name: 'packages', perform: npmPackages },
  { name: 'tensors', perform: tensorflow },
  { name: 'linear algebra', perform: openblas },
  { name: 'rendering', perform: rendererLibraries },
];

/** Makes the project ready to run; costs next to nothing when it is ready already, unless asked with `--again`. */
async function setUp() {
  requireNode();
  const stamp = process.argv.includes('--again') ? undefined : validStamp();
  if (stamp) return report(stamp.shortcomings);
  removeUnfinishedEngines();
  const results = [];
  for (const step of steps) results.push(await perform(step));
  const shortcomings = results.flatMap(({ shortcoming }) => shortcoming ?? []);
  writeStamp(
    results.flatMap(({ files }) => files),
    shortcomings,
  );
  report(shortcomings);
}

async function perform({ name, perform }) {
  const say = (text) => console.log(`  ${name.padEnd(16)}${text}`);
  const result = await perform((doing) => say(`${doing} ...`));
  say(result.text);
  return result;
}

function report(shortcomings) {
  for (const shortcoming of shortcomings) console.log(shortcoming);
  console.log(
    shortcomings.length === 0 ? 'Neuroid is ready.' : 'Neuroid is ready, with the limits named above.',
  );
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new SetupError(
      `Neuroid needs Node 20.19 or later, this is ${process.version}; install a newer Node.`,
    );
}

function stopOn(signal, exitCode) {
  process.once(signal, () => {
    console.error('\nSet-up was interrupted; start it again and it goes on.');
    process.exit(exitCode);
  });
}

stopOn('SIGINT', 130);
stopOn('SIGTERM', 143);
try {
  await setUp();
} catch (error) {
  console.error(`\n${error instanceof SetupError ? error.message : `Set-up stopped: ${error.message}.`}`);
  process.exitCode = 1;
}
