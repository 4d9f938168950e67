import {Schema} from 'prosemirror-model';
import {BLOCK_NODES} from './block-nodes.ts';
import {ITEM_NODES} from './item-nodes.ts';
import {MARK_SPECS} from './marks.ts';
import {MEDIA_NODES} from './media-nodes.ts';

/**
 * The one document schema, for every section, compartment and reader. A client with a narrower one would delete what
 * it doesn't know from the shared document merely by opening it.
 */
export const planSchema = new Schema({
  nodes: {
    doc: {content: 'item*'},
    ...BLOCK_NODES,
    ...ITEM_NODES,
    ...MEDIA_NODES,
    text: {},
  },
  marks: {...MARK_SPECS},
});
