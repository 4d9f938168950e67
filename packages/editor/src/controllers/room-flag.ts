/** Where a tab keeps that it is a room's screen, and who is there. */
const KEY = 'goldthread.room.';

/** Who is in the room, as the tab keeps it for one plan; null where the tab is its person's own. */
export function roomFlag(planId: string): string | null {
  try {
    return sessionStorage.getItem(KEY + planId);
  } catch {
    // A browser that lets nothing be kept has kept nothing.
    return null;
  }
}

/** Says that the tab is a room's screen, or with null that it is its person's own again. */
export function setRoomFlag(planId: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(KEY + planId);
    else sessionStorage.setItem(KEY + planId, value);
  } catch {
    // As above. After a reload such a tab asks again who is there.
    return;
  }
}
