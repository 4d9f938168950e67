import {extended, saveDeviceKey} from './device-key.ts';
import {removeDatabase} from './idb.ts';
import {nameOf, openSealed} from './open-sealed.ts';
import type {DraftStore} from '../sync/draft-store.ts';
import {SealedStore} from './sealed-store.ts';

/** Whose drafts they are, and what the device may keep. */
export interface DraftOwner {
  readonly plan: string;
  readonly participant: string;
  readonly isShared: boolean;
  readonly limitHours: number;
}

const DRAFTS = 'drafts';
const soundOf = (name: string): string => `sound:${name}`;

/** Opens what the device keeps. Null on a shared one, where what an earlier visit left is removed, and where there is no storage. */
export async function openDrafts(
  {plan, participant, isShared, limitHours}: DraftOwner,
  now: () => Date,
): Promise<DraftStore | null> {
  if (typeof indexedDB === 'undefined') return null;
  const name = nameOf(plan, participant);
  try {
    if (isShared || limitHours === 0) {
      await removeDatabase(name);
      return null;
    }
    const opened = await openSealed(name, limitHours, now());
    if (opened === null) return null;
    const {database, key} = opened;
    const store = new SealedStore(database, key.key);
    const close = (): void => {
      store.end();
      database.close();
    };
    // Another page of this browser removes it: let go, or it would stay.
    database.onversionchange = close;
    return {
      load: () => store.get(DRAFTS),
      async keep(drafts) {
        await store.put(DRAFTS, drafts);
        return store.isHealthy;
      },
      loadSound: of => store.get(soundOf(of)),
      async keepSound(of, sound) {
        await (sound === null ? store.remove(soundOf(of)) : store.put(soundOf(of), sound));
        return store.isHealthy;
      },
      noteContact() {
        if (store.isHealthy) void saveDeviceKey(database, extended(key, now()));
      },
      async drop() {
        await store.settle();
        close();
        await removeDatabase(name);
      },
    };
  } catch {
    // A browser that refuses storage, as in a private window: the page works without it and asks before it goes.
    return null;
  }
}
