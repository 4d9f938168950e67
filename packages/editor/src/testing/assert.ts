/** Fails unless two values are the same as JSON. */
export function equal(actual: unknown, expected: unknown, what = 'values'): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what} differ: is ${is}, should be ${should}`);
}

/** Fails unless something holds. */
export function ok(value: unknown, what: string): void {
  if (!value) throw new Error(`Not so: ${what}`);
}

/** Waits until something is so; fails if it never is. The only way to wait in a test. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Never came to be: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
