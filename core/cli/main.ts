import { Command, CommanderError } from 'commander';
import { UserError } from '../errors/errors.ts';
import { neuroidVersion } from './version.ts';

/** Commands in the order of the help; one that is asked for by name is loaded alone. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./commands/run.ts')).runCommand(),
  render: async () => (await import('./commands/render.ts')).renderCommand(),
  train: async () => (await import('./commands/train.ts')).trainCommand(),
  compare: async () => (await import('./commands/compare.ts')).compareCommand(),
  score: async () => (await import('./commands/score.ts')).scoreCommand(),
  import: async () => (await import('./commands/import.ts')).importCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  plugins: async () => (await import('./commands/plugins.ts')).pluginsCommand(),
  store: async () => (await import('./commands/store.ts')).storeCommand(),
};

/**
 * The command line.
 * @returns the exit code: 0 done, 1 failed, 2 bad input, 130 interrupted.
 */
export async function main(parameters: readonly string[]): Promise<number> {
  const program = new Command('neuroid')
    .description('A laboratory for synthetic brains.')
    .version(neuroidVersion())
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'neuroid: ')) });
  const asked = Object.hasOwn(commands, parameters[0] ?? '') ? [parameters[0]] : Object.keys(commands);
  for (const name of asked) program.addCommand(inheritSettings(await commands[name](), program));
  stopOnInterrupt();
  try {
    await program.parseAsync(parameters, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error);
  }
}

/** A command made on its own, and those below it, end and complain like the program. */
function inheritSettings(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) inheritSettings(below, command);
  return command;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`neuroid: ${error.message}\n`);
    return error.exitCode;
  }
  const detail = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(
    process.env.NEUROID_DEBUG
      ? `neuroid: ${detail.stack}\n`
      : `neuroid: this is a defect of Neuroid or of a plugin (${detail.message}); run again with NEUROID_DEBUG=1 to see where.\n`,
  );
  return 1;
}

/** Every artifact is written under a temporary name first, so that stopping at once loses only what is under way. */
function stopOnInterrupt(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      process.stderr.write(
        '\nneuroid: interrupted; what was finished is kept, the same command goes on from there.\n',
      );
      process.exit(130);
    });
}
