import * as Y from 'yjs';
import {ANCHORED_ROOT, SHAPES} from '@goldthread/schema';
import {deletesIncoming, type Admission} from './admission.ts';
import {refusal, type Refusal} from './refusal.ts';
import {isIntegrated, typeOf} from './struct-store.ts';

/**
 * Judges the anchors of new items: each part of one stays as it was set, and its neighbour is an item that everybody
 * on the plan receives. The shape of the values was judged where they were brought.
 */
export function checkAnchors(admission: Admission): Refusal | null {
  for (const [item, structs] of admission.anchors) {
    if (deletesIncoming(admission, item.id)) continue;
    for (const [attribute, {content, id}] of structs) {
      if (!(content instanceof Y.ContentAny) || deletesIncoming(admission, id)) {
        return refusal('ID_CHANGED', ANCHORED_ROOT);
      }
      const neighbour: unknown = attribute === 'anchor.item' ? content.arr[0] : '';
      if (neighbour !== '' && !isOpen(admission, neighbour)) return refusal('REFERENCE', ANCHORED_ROOT);
    }
  }
  return null;
}

/**
 * A `shapes` link leads from what is withheld to what everybody receives, and to nothing else. Where an update brings
 * two values, Yjs decides which stands, so each has to be right with each.
 */
export function checkShapes(admission: Admission): Refusal | null {
  for (const [link, brought] of admission.links) {
    const valuesOf = (name: string): unknown[] => {
      const values = brought.filter(({attribute}) => attribute === name).map(({value}) => value);
      return values.length > 0 ? values : [stored(link, name)];
    };
    if (!valuesOf('rel').includes(SHAPES)) continue;
    const targets = valuesOf('to').filter(to => to !== undefined);
    if (!targets.every(to => isOpen(admission, to))) return refusal('REFERENCE', ANCHORED_ROOT);
  }
  return null;
}

function isOpen({policy}: Admission, id: unknown): boolean {
  return typeof id === 'string' && policy.isOpenReference(id);
}

/** An attribute that a link of the document has already. */
function stored(link: Y.Item, attribute: string): unknown {
  const content = isIntegrated(link) ? typeOf(link)?._map.get(attribute)?.content : undefined;
  return content instanceof Y.ContentAny ? content.arr[0] : undefined;
}
