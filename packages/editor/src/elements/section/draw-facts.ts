import {assertNever} from '@goldthread/schema';
import type {PlanFieldChange} from '../../events/field-change.ts';
import type {PlanLinkChange} from '../../events/link-change.ts';
import type {PlanPartChange} from '../../events/part-change.ts';
import type {ItemEdit, ItemFactsEvent} from '../../prosemirror/item-facts-event.ts';
import {ItemFacts} from '../item-facts/item-facts.ts';

/** Draws an item's facts into the place that its editor left for them, and carries changes back to the editor. */
export function drawFacts(event: ItemFactsEvent): void {
  const {place, edit} = event;
  let facts = place.querySelector<ItemFacts>('goldthread-item-facts');
  if (facts === null) {
    facts = new ItemFacts();
    place.append(facts);
  }
  edits.set(facts, edit);
  facts.itemId = event.itemId;
  facts.itemType = event.itemType;
  facts.facts = event.attributes;
  facts.links = event.links;
  facts.parts = event.parts;
  facts.rels = event.rels;
  facts.editable = event.editable;
  facts.addEventListener('plan-field-change', onField);
  facts.addEventListener('plan-link-change', onLink);
  facts.addEventListener('plan-part-change', onPart);
}

/** The last edit handle of each item: the listeners are added once and must not keep an old one. */
const edits = new WeakMap<EventTarget, ItemEdit>();

function editOf(event: Event): ItemEdit | undefined {
  return event.currentTarget === null ? undefined : edits.get(event.currentTarget);
}

function onField(event: PlanFieldChange): void {
  editOf(event)?.setAttribute(event.name, event.value);
}

function onLink(event: PlanLinkChange): void {
  const edit = editOf(event);
  if (event.change === 'add') edit?.addLink(event.rel, event.to);
  else edit?.removeLink(event.rel, event.to);
}

function onPart(event: PlanPartChange): void {
  const edit = editOf(event);
  const {change} = event;
  switch (change.kind) {
    case 'add':
      edit?.addPart(change.part, change.attributes);
      return;
    case 'remove':
      edit?.removePart(change.part, change.index);
      return;
    default:
      assertNever(change);
  }
}
