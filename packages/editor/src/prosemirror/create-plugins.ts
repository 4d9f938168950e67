import type {ItemId} from '@goldthread/schema';
import type {Plugin} from 'prosemirror-state';
import {ySyncPlugin, yUndoPlugin, type initProseMirrorDoc} from 'y-prosemirror';
import type * as Y from 'yjs';
import {listRules} from './input-rules.ts';
import {sectionKeys} from './keymap.ts';
import {acrossItems} from './plugins/across-items.ts';
import {caretInSight} from './plugins/caret-in-sight.ts';
import {compositionHold} from './plugins/composition-hold.ts';
import {itemIds} from './plugins/item-ids.ts';
import {leftBoundCaret} from './plugins/left-bound-caret.ts';
import {pasteClean} from './plugins/paste-clean.ts';
import {placeholder} from './plugins/placeholder.ts';
import {readOnly, type Rights} from './plugins/read-only.ts';
import {remoteCursors} from './plugins/remote-cursors.ts';
import {startTyping} from './plugins/start-typing.ts';
import {stillPage} from './plugins/still-page.ts';
import type {SectionEditorOptions} from './section-editor.ts';

/** What the plugins ask of the editor that they are part of. */
export interface PluginHost {
  readonly options: SectionEditorOptions;
  readonly fragment: Y.XmlFragment;
  /** Which node of the first state stands for which part of the document. */
  readonly mapping: ReturnType<typeof initProseMirrorDoc>['mapping'];
  readonly undoManager: Y.UndoManager;
  readonly rights: Rights;
  readonly newId: () => ItemId;
  hasItem(id: ItemId): boolean;
  tell(what: 'toolbar' | 'help' | 'refused'): void;
}

/** The plugins of one section, in the order in which they see keys and transactions. */
export function createPlugins(host: PluginHost): Plugin[] {
  const {options, newId} = host;
  const {section, docSession} = options;
  return [
    // The binding types its plugin as any.
    ySyncPlugin(host.fragment, {mapping: host.mapping}) as Plugin,
    leftBoundCaret(),
    yUndoPlugin({undoManager: host.undoManager}),
    readOnly(host.rights, () => host.tell('refused')),
    itemIds(newId),
    stillPage(),
    caretInSight(),
    compositionHold(() => docSession.hold()),
    remoteCursors(docSession.awareness, options.people),
    startTyping(section.itemTypes[0], newId),
    acrossItems(),
    pasteClean({itemTypes: section.itemTypes, hasItem: id => host.hasItem(id)}),
    placeholder(options.emptyPrompt ?? section.emptyPrompt),
    listRules(),
    ...sectionKeys({
      newId,
      undo: () => host.undoManager.undo() !== null,
      redo: () => host.undoManager.redo() !== null,
      ask: what => host.tell(what),
    }),
  ];
}
