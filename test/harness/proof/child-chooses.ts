import {bodyOf} from './raw-http.ts';

type Ask = (method: 'POST' | 'PUT', path: string, body: object) => Promise<string>;

/** The child writes something for these people, then lets only the first of them read it, then all of them again. */
export async function childChooses(readers: readonly string[], ask: Ask): Promise<void> {
  const words = {root: 'house:worries', text: 'What only some may hear.', shareWith: readers};
  let made = await ask('POST', './items', words);
  for (const shareWith of [readers.slice(0, 1), readers]) {
    const {itemId} = bodyOf<{itemId: string}>(made);
    made = await ask('PUT', `./items/${itemId}/audience`, {shareWith});
  }
}
