import { Container as Inversify, type ResolvedValueInjectOptions } from 'inversify';
import type { Dependency, Injected, Needs, Token } from './token.ts';

/** Where dependencies are bound and delivered; the one place that knows Inversify. */
export interface Container {
  /** Binds a value that exists already. */
  value<T>(token: Token<T>, value: T): void;
  /** Binds a factory that runs once, when the token is first asked for, with its needs delivered. */
  provide<T, N extends Needs>(
    token: Token<T>,
    needs: N,
    factory: (injected: Injected<N>) => T | Promise<T>,
  ): void;
  /** Replaces whatever was bound to the token: how a test swaps a part. */
  replace<T>(token: Token<T>, value: T): void;
  get<T>(token: Token<T>): Promise<T>;
  /** Delivers all needs of a factory. Throws when a token that is not optional has no binding. */
  inject<N extends Needs>(needs: N): Promise<Injected<N>>;
}

export function createContainer(): Container {
  const inversify = new Inversify({ defaultScope: 'Singleton' });
  const get = <T>(token: Token<T>) => inversify.getAsync<T>(token.identifier);

  async function deliver(dependency: Dependency<unknown>): Promise<unknown> {
    if ('many' in dependency)
      return inversify.isBound(dependency.many.identifier)
        ? inversify.getAllAsync(dependency.many.identifier)
        : [];
    if ('maybe' in dependency)
      return inversify.isBound(dependency.maybe.identifier) ? get(dependency.maybe) : undefined;
    return get(dependency);
  }

  return {
    get,
    value: (token, value) => {
      inversify.bind(token.identifier).toConstantValue(value);
    },
    provide: (token, needs, factory) => {
      const names = Object.keys(needs);
      inversify
        .bind(token.identifier)
        .toResolvedValue(
          (...delivered: unknown[]) =>
            factory(
              Object.fromEntries(names.map((name, index) => [name, delivered[index]])) as Injected<
                typeof needs
              >,
            ),
          names.map((name) => injectOption(needs[name])),
        )
        .inSingletonScope();
    },
    replace: (token, value) => {
      if (inversify.isBound(token.identifier)) inversify.unbind(token.identifier);
      inversify.bind(token.identifier).toConstantValue(value);
    },
    inject: async (needs) => {
      const delivered: Record<string, unknown> = {};
      for (const [name, dependency] of Object.entries(needs)) delivered[name] = await deliver(dependency);
      return delivered as Injected<typeof needs>;
    },
  };
}

function injectOption(dependency: Dependency<unknown>): ResolvedValueInjectOptions<unknown> {
  if ('many' in dependency)
    return {
      serviceIdentifier: dependency.many.identifier,
      isMultiple: true,
    } as ResolvedValueInjectOptions<unknown>;
  if ('maybe' in dependency)
    return {
      serviceIdentifier: dependency.maybe.identifier,
      optional: true,
    } as ResolvedValueInjectOptions<unknown>;
  return dependency.identifier;
}
