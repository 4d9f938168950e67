import type {ItemId} from '@goldthread/schema';
import type {Command} from 'prosemirror-state';
import {addLink} from './commands/add-link.ts';
import {addPart} from './commands/add-part.ts';
import {moveItem} from './commands/move-item.ts';
import {removeItem} from './commands/remove-item.ts';
import {removeLink} from './commands/remove-link.ts';
import {removePart} from './commands/remove-part.ts';
import {setItemAttribute} from './commands/set-item-attribute.ts';
import type {ItemEdit} from './item-facts-event.ts';

/** The changes that fields may make to one item, each run as a command of its section. */
export function itemEditOf(id: ItemId, run: (command: Command) => boolean): ItemEdit {
  return {
    setAttribute: (name, value) => run(setItemAttribute(id, name, value)),
    addLink: (rel, to) => run(addLink(id, rel, to)),
    removeLink: (rel, to) => run(removeLink(id, rel, to)),
    addPart: (kind, attributes) => run(addPart(id, kind, attributes)),
    removePart: (kind, index) => run(removePart(id, kind, index)),
    remove: () => run(removeItem(id)),
    move: steps => run(moveItem(id, steps)),
  };
}
