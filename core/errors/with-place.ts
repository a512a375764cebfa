import { InputError, type SourcePlace } from './errors.ts';

/** The error with a place, where it is a complaint about the input that names none. */
export function withPlace(error: unknown, place: SourcePlace): unknown {
  if (!(error instanceof InputError) || error.place) return error;
  return new InputError(error.message, place, { cause: error });
}
