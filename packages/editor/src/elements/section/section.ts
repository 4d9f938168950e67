import {withName, type ItemId, type SectionSpec} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {OpenDoc} from '../../context/plan-source.ts';
import {NearViewportController} from '../../controllers/near-viewport-controller.ts';
import {PlanEditorReady} from '../../events/editor-ready.ts';
import {ItemFactsEvent} from '../../prosemirror/item-facts-event.ts';
import type {SectionEditor, SectionEditorOptions} from '../../prosemirror/section-editor.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {adders} from './adders.ts';
import {drawFacts} from './draw-facts.ts';
import {editorCode} from './editor-code.ts';
import {keepClear} from './keep-clear.ts';
import {sectionStyles} from './section.styles.ts';
import {SectionWords} from './section-words.ts';
import {WordsInFocus} from './words-in-focus.ts';

/** What a person may do in a section: everything, their own items only, or read. */
export type SectionAccess = 'write' | 'own' | 'read';

/**
 * One section of the plan: heading, what it is for, what the reader may do, then its words. The words lie in the
 * light DOM: as plain content first, as an editor once the section comes near the viewport.
 *
 * @summary One section of a plan, to read and to write.
 * @slot perm - What the reader may do here.
 * @slot kept - That something here is kept private, where the reader may know.
 * @slot - The words.
 * @event plan-item-add - The person asks for a new item.
 */
export class PlanSection extends LitElement {
  static override properties = {
    section: {attribute: false},
    docSession: {attribute: false},
    access: {attribute: false},
    childName: {attribute: false},
    people: {attribute: false},
    mayWriteItem: {attribute: false},
    newItemId: {attribute: false},
    rightsVersion: {attribute: false},
    eager: {type: Boolean},
    active: {type: Boolean, reflect: true},
    page: {type: Boolean, reflect: true},
    placeInPlan: {attribute: false},
    _count: {state: true},
    _mounted: {state: true},
  };
  static override styles = [base, sectionStyles];
  declare section: SectionSpec;
  declare docSession: OpenDoc | null;
  declare access: SectionAccess;
  declare childName: string;
  declare people: SectionEditorOptions['people'];
  declare mayWriteItem: SectionEditorOptions['mayWriteItem'] | null;
  declare newItemId: SectionEditorOptions['newItemId'] | null;
  /** Anything that is another value when rights on items have changed. */
  declare rightsVersion: unknown;
  /** Mount the editor at once, not when the section comes near. */
  declare eager: boolean;
  /** The person is in this section. */
  declare active: boolean;
  /** Shown alone, as a page on a phone. */
  declare page: boolean;
  /** "Part 2 of 12.", on a phone. */
  declare placeInPlan: string;
  declare _count: number;
  declare _mounted: boolean;
  /** The editor, once the section was near the viewport. */
  editor: SectionEditor | null = null;
  readonly inFocus = new WordsInFocus(this, () => this.editor);
  readonly #place = document.createElement('div');
  readonly #perm = document.createElement('p');
  readonly #near = new NearViewportController(this, () => void this.#mount());
  readonly #words = new SectionWords({
    place: this.#place,
    root: () => this.section.root,
    hasEditor: () => this.editor !== null,
    onCount: count => (this._count = count),
    onContent: () => this.#near.watch(),
    // An id as the document holds it.
    willEdit: (id, type) => this.access !== 'read' && (this.mayWriteItem?.(id as ItemId, type) ?? true),
  });

  constructor() {
    super();
    this.docSession = null;
    this.access = 'read';
    this.childName = '';
    this.people = () => [];
    this.mayWriteItem = null;
    this.newItemId = null;
    this.rightsVersion = null;
    this.eager = false;
    this.active = false;
    this.page = false;
    this.placeInPlan = '';
    this._count = 0;
    this._mounted = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place.className = 'goldthread-words';
    this.#perm.slot = 'perm';
    if (!this.#place.isConnected) this.append(this.#perm, this.#place);
    this.addEventListener(ItemFactsEvent.type, drawFacts);
    this.#place.addEventListener('pointerdown', this.#onPointer);
    this.#place.addEventListener('focusin', this.#onFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(ItemFactsEvent.type, drawFacts);
    this.#place.removeEventListener('pointerdown', this.#onPointer);
    this.#place.removeEventListener('focusin', this.#onFocus);
    document.removeEventListener('keydown', this.#onKey, {capture: true});
    this.#words.follow(null);
    this.editor?.destroy();
    this.editor = null;
    this._mounted = false;
  }

  /** Brings the section's editor up now and resolves once it is there; null where there is nothing to edit with. */
  async ready(): Promise<SectionEditor | null> {
    this.#near.tellNow();
    if (this.editor === null) await this.#mount();
    return this.editor;
  }

  /** Puts the focus on the section's heading, as after a jump. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus({preventScroll: true});
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('section')) this.#place.dataset['letter'] = this.section.letter ?? '';
    if (changed.has('access') || changed.has('section')) this.#showAccess();
    if (changed.has('rightsVersion')) this.editor?.refresh();
    if (changed.has('docSession')) this.#words.follow(this.docSession);
    else if (changed.has('access') || changed.has('rightsVersion')) this.#words.redraw();
    this.#place.classList.toggle('goldthread-show-all', this.eager);
    if (this.eager) this.#near.tellNow();
  }

  protected override render(): TemplateResult {
    const title = withName(this.section.plainTitle, this.childName);
    return html`<section aria-labelledby="title">
      <div class="head">
        ${this.#heading(title)}
        <div class="perm">
          ${this.placeInPlan === '' ? nothing : html`<span>${this.placeInPlan} </span>`}<slot
            name="perm"
          ></slot>
        </div>
      </div>
      <p class="purpose">${withName(this.section.purpose, this.childName)}</p>
      <slot name="kept"></slot>
      ${this._count === 0 && (this.access === 'read' || !this._mounted) ? html`<p class="empty">${words.plan.empty}</p>` : nothing}
      <slot></slot>
      ${adders(this, this.section, this.access !== 'read', type => this.mayWriteItem?.(null, type) ?? true)}
    </section>`;
  }

  /** The first heading of the page where the section is one. */
  #heading(title: string): TemplateResult {
    const {letter} = this.section;
    if (!this.page)
      return html`<h2 id="title" tabindex="-1">${letter === undefined ? title : `${letter}. ${title}`}</h2>`;
    return html`<h1 id="title" tabindex="-1">${letter === undefined ? title : `${title} (${letter})`}</h1>`;
  }

  #showAccess(): void {
    const say = words.plan;
    this.#perm.id = `goldthread-may-${this.section.root.replace(':', '-')}`;
    this.#perm.textContent = {write: say.canChange, own: say.canChangeOwn, read: say.canRead}[this.access];
    this.editor?.setEditable(this.access !== 'read');
    this.editor?.refresh();
  }

  readonly #onPointer = (): void => {
    this.#place.classList.add('by-pointer');
    document.addEventListener('keydown', this.#onKey, {capture: true});
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' && event.key !== 'F6') return;
    this.#place.classList.remove('by-pointer');
    document.removeEventListener('keydown', this.#onKey, {capture: true});
  };

  /** With the focus a bar of tools may come up; who came by a key must still see the caret. */
  readonly #onFocus = (): void => {
    if (this.#place.classList.contains('by-pointer')) return;
    requestAnimationFrame(() => {
      const view = this.editor?.view;
      if (view?.hasFocus() === true) view.dispatch(view.state.tr.scrollIntoView());
    });
  };

  async #mount(): Promise<void> {
    const docSession = this.docSession;
    if (docSession === null || this.editor !== null || !this.isConnected) return;
    const {mountSection} = await editorCode();
    // While the code was on its way the section may have gone, or another call may have been first.
    if (this.editor !== null || !this.isConnected) return;
    this.#place.replaceChildren();
    const title = withName(this.section.plainTitle, this.childName);
    this.editor = mountSection(this.#place, {
      docSession,
      root: this.section.root,
      section: this.section,
      label: words.plan.editorName(this.section.letter ?? '', title),
      describedBy: this.#perm.id,
      people: this.people,
      editable: this.access !== 'read',
      emptyPrompt: `${words.plan.empty} ${withName(this.section.emptyPrompt, this.childName)}`,
      mayWriteItem: (id, type) => this.mayWriteItem?.(id, type) ?? true,
      ...(this.newItemId ? {newItemId: this.newItemId} : {}),
    });
    keepClear(this.editor);
    this._mounted = true;
    this.dispatchEvent(new PlanEditorReady(this.section.root));
  }
}
