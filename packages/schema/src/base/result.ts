/** The outcome of something that may fail for a reason that the caller must handle. */
export type Result<T, E> = Ok<T> | Failure<E>;

/** The half of a {@link Result} that holds the value. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** The half of a {@link Result} that holds the reason. */
export interface Failure<E> {
  readonly ok: false;
  readonly error: E;
}

/** Wraps a value as success. */
export function ok<T>(value: T): Ok<T> {
  return {ok: true, value};
}

/** Wraps a reason as failure. */
export function fail<E>(error: E): Failure<E> {
  return {ok: false, error};
}
