import {planSchema} from '@goldthread/schema/prosemirror';
import {encodeAwareness} from '@goldthread/schema/wire';
import {Awareness} from 'y-protocols/awareness';
import {yCursorPlugin} from 'y-prosemirror';
import * as Y from 'yjs';
import {BareView} from '../../bare-view.ts';
import type {WireClient} from '../../wire-client.ts';

/**
 * The stock cursor plugin in the editor of an open section, as focus moves into a private part: it has no focus any more and
 * takes back the cursor that it had.
 */
export function stockCursor(shared: WireClient): void {
  const awareness = new Awareness(shared.doc);
  const view = new BareView(shared.doc.getXmlFragment('section:E'), planSchema, [yCursorPlugin(awareness)]);
  view.isFocused = true;
  view.dom.dispatchEvent(new Event('focusin'));
  const told = () => {
    tell(shared, JSON.stringify(awareness.getLocalState()));
  };
  awareness.on('update', told);
  view.isFocused = false;
  view.dom.dispatchEvent(new Event('focusout'));
  awareness.off('update', told);
  view.destroy();
  awareness.destroy();
}

/** An editor in a private part that tells its cursor where the open plan tells its own. */
export function nestedOnShared(shared: WireClient, withheld: WireClient): void {
  const at = Y.createRelativePositionFromTypeIndex(withheld.doc.getXmlFragment('items'), 0);
  tell(shared, JSON.stringify({cursor: {anchor: at, head: at}}));
}

function tell(client: WireClient, stateText: string): void {
  client.send(encodeAwareness([{cid: client.cid, clock: client.told.length, stateText}]));
}
