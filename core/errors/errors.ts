/** A place in a text file; lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** An error whose message is written for the user: one sentence with place, value and remedy. */
export abstract class UserError extends Error {
  /** Exit code of the command line. */
  abstract readonly exitCode: 1 | 2;
}

/** Thrown when what the user gave cannot be used as it is. */
export class InputError extends UserError {
  readonly exitCode = 2;
  readonly place: SourcePlace | undefined;

  constructor(message: string, place?: SourcePlace, options?: ErrorOptions) {
    super(place ? `${describePlace(place)}: ${message}` : message, options);
    this.name = 'InputError';
    this.place = place;
  }
}

/** Thrown when the machine lacks something: a library, disk space, a permission. */
export class EnvironmentError extends UserError {
  readonly exitCode = 1;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EnvironmentError';
  }
}

export function describePlace({ file, line, column }: SourcePlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
