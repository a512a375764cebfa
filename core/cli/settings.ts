import { InvalidArgumentError } from 'commander';

/** Adds one `name=value` of the command line to those before it. */
export function collectSetting(
  text: string,
  settings: Readonly<Record<string, string>>,
): Record<string, string> {
  const match = /^([^=]+)=(.*)$/s.exec(text);
  if (!match) throw new InvalidArgumentError(`write it as name=value, for instance --set data=recordings.`);
  return { ...settings, [match[1]]: match[2] };
}

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('give a whole number, 1 or more.');
}
