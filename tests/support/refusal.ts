import { expect } from '@jest/globals';
import { InputError, type UserError } from '../../core/errors/errors.ts';

/** Expects an error of the given class whose one sentence has all the parts. */
export async function expectRefusal(attempt: Promise<unknown>, ...parts: string[]): Promise<void> {
  await expectUserError(InputError, attempt, ...parts);
}

export async function expectUserError(
  kind: new (...parameters: never[]) => UserError,
  attempt: Promise<unknown>,
  ...parts: string[]
): Promise<void> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(kind);
  for (const part of parts) expect((error as UserError).message).toContain(part);
}
