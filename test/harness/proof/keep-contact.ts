import {bodyOf} from './raw-http.ts';

/** An address that is kept out of the plan. Whoever may not know that writes it all the same, as anybody may. */
export const KEPT_ADDRESS = '4 Quay Lane, Saltmere';

type Post = (who: 'socialWorker' | 'manager', path: string, body?: object) => Promise<string>;

/** Puts the address into the contact store for these readers, then for fewer, then for all of them again; gives its token. */
export async function keepContact(readers: readonly string[], post: Post): Promise<string> {
  const kept = {kind: 'address', value: KEPT_ADDRESS, audience: readers};
  const {token} = bodyOf<{token: string}>(await post('socialWorker', './contacts', kept));
  // Social care comes first among the readers of what it keeps.
  for (const audience of [readers.slice(0, 2), readers])
    await post('socialWorker', `./contacts/${token}/audience`, {audience});
  await post('manager', `./contacts/${token}/approve`);
  return token;
}
