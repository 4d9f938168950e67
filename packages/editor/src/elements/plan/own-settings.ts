import {keepSettings, readSettings} from '../../controllers/settings-store.ts';
import type {Settings} from '../../events/settings-change.ts';
import {mayKeep} from './where-from.ts';

type Told = Parameters<typeof mayKeep>[0];

/** The choices that this device keeps for its person; null where it may keep none. */
export function ownSettings(told: Told): Settings | null {
  return mayKeep(told, location) ? readSettings(localStorage) : null;
}

/** Keeps choices on the device, where it may keep any. */
export function keepOwnSettings(told: Told, settings: Settings): void {
  if (mayKeep(told, location)) keepSettings(localStorage, settings);
}
