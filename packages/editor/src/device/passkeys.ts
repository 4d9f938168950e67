import {fail, ok, type Result} from '@goldthread/schema';
import {browserSupportsWebAuthn, startAuthentication, startRegistration} from '@simplewebauthn/browser';

type Problem = 'cancelled' | 'known' | 'failed';

/** The passkeys of this browser, as `PasskeyDevice`. A page of another origin can't reach those of the plan's server. */
export function passkeysOf(origin: string): {
  readonly canUse: boolean;
  make(options: unknown): Promise<Result<object, Problem>>;
  show(options: unknown): Promise<Result<object, Problem>>;
} {
  return {
    canUse: origin === location.origin && isName(location.hostname) && browserSupportsWebAuthn(),
    // What the server said is handed on as it is; the browser refuses what it doesn't understand.
    make: options => answerOf(startRegistration({optionsJSON: options as never})),
    show: options => answerOf(startAuthentication({optionsJSON: options as never})),
  };
}

/** A passkey belongs to a name, so an address in numbers has none. */
function isName(hostname: string): boolean {
  return /[a-z]/i.test(hostname) && !hostname.startsWith('[');
}

async function answerOf(asked: Promise<object>): Promise<Result<object, Problem>> {
  try {
    return ok(await asked);
  } catch (error) {
    return fail(problemOf(error));
  }
}

/** A person who says no, one who waits too long and a device without the key can't be told apart, on purpose. */
function problemOf(error: unknown): Problem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'InvalidStateError' ? 'known' : 'failed';
}
