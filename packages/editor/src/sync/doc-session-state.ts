/** Where one compartment's document is in its life, as far as the page needs to know. */
export type DocSessionState =
  | {readonly kind: 'opening'}
  | {readonly kind: 'live'}
  | {
      /** No connection. `mayType` is false where words typed now could never be sent. */
      readonly kind: 'offline';
      readonly mayType: boolean;
    }
  | {
      /** An update was refused; the old document is shown read-only while a fresh one is fetched. */
      readonly kind: 'refused';
      readonly code: string;
      readonly sentence: string;
    }
  | {readonly kind: 'frozen'; readonly reason: string}
  | {readonly kind: 'outOfDate'; readonly sentence: string}
  | {readonly kind: 'closed'; readonly why: 'signedOut' | 'notYours' | 'stopped'; readonly sentence: string};

/** Whether words may be typed in this state at all; rights on roots and items come on top. */
export function allowsTyping(state: DocSessionState): boolean {
  return state.kind === 'live' || (state.kind === 'offline' && state.mayType);
}
