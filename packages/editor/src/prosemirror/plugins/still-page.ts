import {Plugin, PluginKey} from 'prosemirror-state';
import {isRemoteChange} from '../is-sync-transaction.ts';

const key = new PluginKey<boolean>('goldthread-still-page');

/** Keeps the page where it is when somebody else's edit arrives: the binding asks to scroll to the caret each time. */
export function stillPage(): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {init: () => false, apply: transaction => isRemoteChange(transaction)},
    props: {handleScrollToSelection: view => key.getState(view.state) === true},
  });
}
