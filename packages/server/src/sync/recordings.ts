import type {AttachmentId} from '@goldthread/schema';
import * as Y from 'yjs';
import {itemIdOf} from '@goldthread/schema/ydoc';
import type {ItemRecord, RecordChange} from '../storage/index.ts';
import type {OwnChange} from './sync-server.ts';
import type {Room} from './room.ts';

/**
 * What the server's own changes mean for recordings: wherever an item goes, by whatever command, what was recorded for it goes along,
 * so that it never has other readers than the item.
 */
export function recordingsAlong(rooms: readonly Room[], changes: readonly OwnChange[]): RecordChange[] {
  return changes.flatMap(({items}, at) => {
    const room = rooms[at];
    if (room === undefined || items.length === 0) return [];
    const {plan, compartment} = room;
    const to = {planId: plan.id, compartmentId: compartment.id};
    return namedBy(room.document.doc, items).flatMap((id): RecordChange[] => {
      const where = plan.recordings.get(id);
      if (where === undefined || where === compartment.id) return [];
      return [{kind: 'attachmentMoved', id, to}];
    });
  });
}

/** The attachments of a document that an element names. */
export function attachmentsIn(element: Y.XmlElement | Y.XmlFragment): AttachmentId[] {
  return element.toArray().flatMap(child => {
    if (!(child instanceof Y.XmlElement)) return [];
    const id = child.nodeName === 'voiceNote' ? child.getAttribute('attachment') : undefined;
    // Whatever else stands there is the id of nothing.
    return [...(id === undefined ? [] : [id as AttachmentId]), ...attachmentsIn(child)];
  });
}

function namedBy(doc: Y.Doc, items: readonly ItemRecord[]): AttachmentId[] {
  return items.flatMap(({id, root}) => {
    const standing = doc.getXmlFragment(root).toArray();
    const element = standing.find(child => child instanceof Y.XmlElement && itemIdOf(child) === id);
    return element instanceof Y.XmlElement ? attachmentsIn(element) : [];
  });
}
