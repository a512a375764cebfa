import { describe, expect, test } from '@jest/globals';
import { createContainer } from '../../../core/container/container.ts';
import { many, maybe, token } from '../../../core/container/token.ts';

const Number1 = token<number>('number');
const Text = token<string>('text');
const Unbound = token<string>('unbound');

describe('a container', () => {
  test('delivers needs, runs a factory once', async () => {
    const container = createContainer();
    let runs = 0;
    container.value(Number1, 3);
    container.provide(Text, { number: Number1 }, async ({ number }) => {
      runs++;
      return `text ${number}`;
    });
    expect(await container.get(Text)).toBe('text 3');
    expect(await container.inject({ text: Text })).toEqual({ text: 'text 3' });
    expect(runs).toBe(1);
  });

  test('delivers every binding, and what may be absent', async () => {
    const container = createContainer();
    container.value(Number1, 1);
    container.value(Number1, 2);
    expect(await container.inject({ all: many(Number1), none: many(Text), absent: maybe(Unbound) })).toEqual({
      all: [1, 2],
      none: [],
      absent: undefined,
    });
  });

  test('refuses a need that is not bound', async () => {
    await expect(createContainer().inject({ text: Unbound })).rejects.toThrow('unbound');
  });

  test('lets a test swap a part', async () => {
    const container = createContainer();
    container.value(Number1, 3);
    container.provide(Text, { number: Number1 }, ({ number }) => `text ${number}`);
    container.replace(Number1, 4);
    expect(await container.get(Text)).toBe('text 4');
  });
});
