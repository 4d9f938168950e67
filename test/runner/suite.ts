/** How many tests of a suite ended well and badly. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One part of the test run. */
export interface Suite {
  readonly name: string;
  /** Runs the suite, printing as it goes. Never throws for a failing test. */
  run(): Promise<Count>;
}

/** The sum of several counts. */
export function total(counts: readonly Count[]): Count {
  return counts.reduce((sum, one) => ({passed: sum.passed + one.passed, failed: sum.failed + one.failed}), {
    passed: 0,
    failed: 0,
  });
}
