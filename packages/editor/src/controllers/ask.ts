import {fail, ok, type Result} from '@goldthread/schema';

/** Why the server gave no answer that a page can use. */
export type AskProblem = 'offline' | 'gone' | 'tooMany' | 'broken';

/** Asks the page's own server. Never throws for what the network or the server does. */
export async function ask(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  participant = '',
): Promise<Result<unknown, AskProblem>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        ...(body && {'content-type': 'application/json'}),
        ...(participant !== '' && {'goldthread-participant': participant}),
      },
      ...(body && {body: JSON.stringify(body)}),
    });
  } catch {
    // fetch throws for nothing but a network that doesn't answer.
    return fail('offline');
  }
  if (response.status === 429) return fail('tooMany');
  if (response.status >= 500) return fail('broken');
  if (!response.ok) return fail('gone');
  try {
    const answer: unknown = await response.json();
    return ok(answer);
  } catch {
    return fail('broken');
  }
}

/** A text field of an answer; empty if it isn't there. */
export function textIn(answer: unknown, name: string): string {
  const value = fieldIn(answer, name);
  return typeof value === 'string' ? value : '';
}

/** A list in an answer; empty if it isn't there. */
export function listIn(answer: unknown, name: string): readonly unknown[] {
  const value = fieldIn(answer, name);
  return Array.isArray(value) ? value : [];
}

function fieldIn(answer: unknown, name: string): unknown {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof answer === 'object' && answer !== null
    ? (answer as Record<string, unknown>)[name]
    : undefined;
}
