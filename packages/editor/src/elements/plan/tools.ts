import {html, type ReactiveController, type TemplateResult} from 'lit';
import type {PlanCommandRun} from '../../events/command-run.ts';
import {PlanPanelOpen} from '../../events/panel-open.ts';
import type {WordsEditor} from '../../prosemirror/words-editor.ts';
import {differs} from '../differs.ts';
import type {PlanToolbar, ToolName, ToolState} from '../toolbar/toolbar.ts';
import type {PlanHost} from './plan-host.ts';

/** The module with the commands: it comes with the editor, so that reading loads none of it. */
interface ToolCommands {
  toolStates(editor: WordsEditor): Readonly<Partial<Record<ToolName, ToolState>>>;
  runTool(editor: WordsEditor, name: ToolName, language: string | null): void;
}

const NEVER: ToolState = {can: false, on: false};
/** What the tools show while no words are in focus. */
const NOTHING_APPLIES: Readonly<Partial<Record<ToolName, ToolState>>> = {
  bold: NEVER,
  italic: NEVER,
  list: NEVER,
  table: NEVER,
  language: NEVER,
  undo: NEVER,
  redo: NEVER,
};

/** The tools of the section in focus. It owns which editor they act on and what they show. */
export class Tools implements ReactiveController {
  readonly #plan: PlanHost;
  #commands: ToolCommands | null = null;
  #editor: WordsEditor | null = null;
  #states: Readonly<Partial<Record<ToolName, ToolState>>> = {};

  constructor(plan: PlanHost) {
    this.#plan = plan;
    plan.addController(this);
  }

  hostConnected(): void {
    this.#plan.addEventListener('plan-command-run', this.#onRun);
  }

  hostDisconnected(): void {
    this.#plan.removeEventListener('plan-command-run', this.#onRun);
    this.#follow(null);
  }

  hostUpdated(): void {
    this.#follow(this.#plan.parts.elementOf(this.#plan.current)?.inFocus.words ?? null);
  }

  /** Puts the focus on the tools, if there are any. */
  focus(): void {
    this.#plan.renderRoot.querySelector<PlanToolbar>('goldthread-toolbar')?.focus();
  }

  template(): TemplateResult {
    const states = this.#editor === null ? NOTHING_APPLIES : this.#states;
    return html`<goldthread-toolbar
      slot="tools"
      .states=${states}
      .narrow=${this.#plan.narrow.matches}
    ></goldthread-toolbar>`;
  }

  #follow(editor: WordsEditor | null): void {
    if (editor === this.#editor) return;
    this.#editor?.removeEventListener('selection', this.#onSelection);
    this.#editor?.removeEventListener('toolbar', this.#onToolbar);
    this.#editor?.removeEventListener('help', this.#onHelp);
    this.#editor = editor;
    editor?.addEventListener('selection', this.#onSelection);
    editor?.addEventListener('toolbar', this.#onToolbar);
    editor?.addEventListener('help', this.#onHelp);
    if (editor !== null) void this.#load();
  }

  async #load(): Promise<void> {
    this.#commands ??= await import('../toolbar/tool-commands.ts');
    this.#onSelection();
  }

  readonly #onToolbar = (): void => this.focus();
  readonly #onHelp = (): void => void this.#plan.dispatchEvent(new PlanPanelOpen('help'));

  readonly #onSelection = (): void => {
    if (this.#editor === null || this.#commands === null) return;
    markHere(this.#editor);
    const states = this.#commands.toolStates(this.#editor);
    // Each key comes by here, and changes what the tools show only now and then.
    if (!differs(states, this.#states)) return;
    this.#states = states;
    this.#plan.requestUpdate();
  };

  readonly #onRun = (event: PlanCommandRun): void => {
    const editor = this.#editor;
    if (editor === null || this.#commands === null) return;
    if (event.command === 'done') editor.view.dom.blur();
    else this.#commands.runTool(editor, event.command, event.language);
    if (event.command !== 'done') editor.focus();
    this.#onSelection();
  };
}

/** Marks the item that holds the caret, so that its number can be seen at a glance. */
function markHere(editor: WordsEditor): void {
  const {dom} = editor.view;
  const here = editor.view.hasFocus() ? itemAtCaret(editor) : null;
  const marked = [...dom.querySelectorAll('article[data-here]')];
  // Taking the mark off and putting it on again would make the page compute the item's styles anew with each key.
  for (const other of marked) if (other !== here) other.removeAttribute('data-here');
  if (here !== null && !marked.includes(here)) here.setAttribute('data-here', '');
}

function itemAtCaret({view}: WordsEditor): Element | null {
  const {node} = view.domAtPos(view.state.selection.from);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('article[data-item]') ?? null;
}
