import { Command, CommanderError } from 'commander';
import { UserError } from '../errors/errors.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { pluginsCommand } from './commands/plugins.ts';
import { renderCommand } from './commands/render.ts';
import { runCommand } from './commands/run.ts';
import { scoreCommand } from './commands/score.ts';
import { storeCommand } from './commands/store.ts';
import { neuroidVersion } from './version.ts';

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
  for (const command of [
    runCommand(),
    renderCommand(),
    scoreCommand(),
    importCommand(),
    exportCommand(),
    doctorCommand(),
    pluginsCommand(),
    storeCommand(),
  ])
    program.addCommand(inheritSettings(command, program));
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
