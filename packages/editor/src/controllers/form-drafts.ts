import {nameOf, openSealed} from '../device/open-sealed.ts';
import {SealedStore} from '../device/sealed-store.ts';

/** What somebody has begun to write on a screen and not sent, as their own device keeps it: encrypted, and gone with all else of the plan. */
export interface FormDrafts {
  /** Null where there is nothing. */
  load(): Promise<unknown>;
  keep(drafts: unknown): Promise<void>;
}

/** Opens what the device keeps of one screen, where it keeps the plan at all: nothing on a shared one, or where there is no storage. */
export async function openFormDrafts(
  planId: string,
  participantId: string,
  screen: string,
  now: () => Date,
): Promise<FormDrafts | null> {
  if (typeof indexedDB === 'undefined') return null;
  const name = nameOf(planId, participantId);
  try {
    const known = await indexedDB.databases();
    if (!known.some(one => one.name === name)) return null;
    const opened = await openSealed(name, null, now());
    if (opened === null) return null;
    const {database, key} = opened;
    const store = new SealedStore(database, key.key);
    // Another page of this browser removes it: let go, or it would stay.
    database.onversionchange = () => {
      store.end();
      database.close();
    };
    const record = `form:${screen}`;
    return {load: () => store.get(record), keep: drafts => store.put(record, drafts)};
  } catch {
    return null;
  }
}
