import type {Command} from 'prosemirror-state';
import {insertTable} from '../../prosemirror/commands/insert-table.ts';
import {setLanguage} from '../../prosemirror/commands/set-language.ts';
import {isInList, toggleList} from '../../prosemirror/commands/toggle-list.ts';
import {hasMark, toggleMark} from '../../prosemirror/commands/toggle-mark.ts';
import type {WordsEditor} from '../../prosemirror/words-editor.ts';
import type {ToolName, ToolState} from './toolbar.ts';

const ROWS = 3;
const COLUMNS = 2;
const ANY_LANGUAGE = 'cy';

/** What each tool could do in an editor now, and whether what it sets is on. */
export function toolStates(editor: WordsEditor): Readonly<Partial<Record<ToolName, ToolState>>> {
  const {state} = editor.view;
  const can = (name: ToolName) => editor.can(commandOf(name, ANY_LANGUAGE));
  return {
    bold: {can: can('bold'), on: hasMark(state, 'bold')},
    italic: {can: can('italic'), on: hasMark(state, 'italic')},
    list: {can: can('list'), on: isInList(state)},
    table: {can: can('table'), on: false},
    language: {can: can('language'), on: false},
    undo: {can: editor.canUndo(), on: false},
    redo: {can: editor.canRedo(), on: false},
  };
}

/** Runs one tool in an editor. A language of null takes the language away. */
export function runTool(editor: WordsEditor, name: ToolName, language: string | null): void {
  if (name === 'undo') editor.undo();
  else if (name === 'redo') editor.redo();
  else editor.run(commandOf(name, language));
}

function commandOf(name: ToolName, language: string | null): Command {
  switch (name) {
    case 'bold':
    case 'italic':
      return toggleMark(name);
    case 'list':
      return toggleList('bulletList');
    case 'table':
      return insertTable(ROWS, COLUMNS);
    case 'language':
      return setLanguage(language);
    case 'undo':
    case 'redo':
    case 'done':
      return () => false;
  }
}
