declare const brand: unique symbol;

/** A primitive that only its own parser can make, so that two kinds of identifier can't be mixed up. */
export type Brand<T, Name extends string> = T & {readonly [brand]: Name};
