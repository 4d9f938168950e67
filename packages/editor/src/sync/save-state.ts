/**
 * What the "Saved" line of the page may say. `saved` is only ever reached through the server's durable
 * acknowledgement, never through a timer (contract, Sync, kind 2).
 */
export type SaveState =
  | {readonly kind: 'connecting'}
  /** Not connected yet since the page was opened, and nothing was typed that the server doesn't have. */
  | {readonly kind: 'nothingToSave'}
  | {readonly kind: 'saved'; readonly at: Date}
  | {readonly kind: 'saving'}
  | {
      /** Typed words stand only in this browser. */
      readonly kind: 'onlyOnThisDevice';
      /** Whether this device keeps words when the page is closed. */
      readonly keptAcrossReload: boolean;
      /** The last of them are still on their way to the device's disk, and closing the page now would lose those. */
      readonly isUnderWay: boolean;
    }
  | {readonly kind: 'notSaved'; readonly code: string; readonly sentence: string};

const WORST_FIRST: readonly SaveState['kind'][] = [
  'notSaved',
  'onlyOnThisDevice',
  'connecting',
  'saving',
  'nothingToSave',
  'saved',
];

/** The one state that speaks for several documents: the worst of them; of several `saved`, the latest. */
export function worstSaveState(states: readonly SaveState[]): SaveState {
  for (const kind of WORST_FIRST) {
    const found = states.filter(state => state.kind === kind);
    if (found.length > 0) return mergeSame(found);
  }
  return {kind: 'connecting'};
}

function mergeSame(states: readonly SaveState[]): SaveState {
  return states.reduce((one, other) => {
    if (one.kind === 'saved' && other.kind === 'saved') return one.at > other.at ? one : other;
    if (one.kind === 'onlyOnThisDevice' && other.kind === 'onlyOnThisDevice') {
      return {
        ...one,
        keptAcrossReload: one.keptAcrossReload && other.keptAcrossReload,
        isUnderWay: one.isUnderWay || other.isUnderWay,
      };
    }
    return one;
  });
}

/** Whether closing the page now would lose words that nothing but this page has. */
export function losesWords(state: SaveState | undefined): boolean {
  if (state?.kind === 'onlyOnThisDevice') return state.isUnderWay || !state.keptAcrossReload;
  return state?.kind === 'saving' || state?.kind === 'notSaved';
}
