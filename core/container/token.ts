/** A typed name under which a dependency is bound; the type is what injection delivers. */
export interface Token<T> {
  readonly name: string;
  readonly identifier: symbol;
  /** Carries the type only; never set. */
  readonly delivers?: T;
}

/** Asks for every binding of a token, in the order they were bound; an empty array when there is none. */
export interface Many<T> {
  readonly many: Token<T>;
}

/** Asks for a binding that may be absent. */
export interface Maybe<T> {
  readonly maybe: Token<T>;
}

export type Dependency<T> = Token<T> | Many<T> | Maybe<T>;

/** Dependencies by the name under which the factory receives them. */
export type Needs = Readonly<Record<string, Dependency<unknown>>>;

type Delivered<D> =
  D extends Many<infer T>
    ? T[]
    : D extends Maybe<infer T>
      ? T | undefined
      : D extends Token<infer T>
        ? T
        : never;

/** What a factory receives for its needs. */
export type Injected<N extends Needs> = { readonly [Name in keyof N]: Delivered<N[Name]> };

export function token<T>(name: string): Token<T> {
  return { name, identifier: Symbol(name) };
}

export function many<T>(of: Token<T>): Many<T> {
  return { many: of };
}

export function maybe<T>(of: Token<T>): Maybe<T> {
  return { maybe: of };
}
