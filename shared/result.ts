import type { Fault } from './fault.ts';

/**
 * What an operation that can fail in an expected way returns. Exceptions are for bugs.
 */
export type Result<Value, Failure = Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const err = <Failure>(error: Failure): Result<never, Failure> => ({ ok: false, error });

/** Closes a `switch` over a union: a new member becomes a type error here, and a loud bug at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
