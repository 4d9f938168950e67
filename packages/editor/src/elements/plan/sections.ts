import type {ParticipantId, RootName, SectionSpec} from '@goldthread/schema';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PlanItemAdd} from '../../events/item-add.ts';
import {words} from '../../words/words.ts';
import type {PlanSection} from '../section/section.ts';
import type {PlanHost} from './plan-host.ts';
import {PrivateNotes} from './private-notes.ts';
import {accessIn, firstName} from './view-model.ts';

/**
 * The sections of a plan in its light DOM. It owns which section the person is in, and going to one; it doesn't own
 * what stands in a section.
 */
export class Sections implements ReactiveController {
  readonly #plan: PlanHost;
  readonly #notes: PrivateNotes;
  #isScrolling = false;

  constructor(plan: PlanHost) {
    this.#plan = plan;
    this.#notes = new PrivateNotes(plan);
    plan.addController(this);
  }

  hostConnected(): void {
    this.#plan.addEventListener('focusin', this.#onFocus);
    this.#plan.addEventListener('focusout', this.#onBlur);
    this.#plan.addEventListener('plan-item-add', this.#onAdd);
    addEventListener('scroll', this.#onScroll, {passive: true});
  }

  hostDisconnected(): void {
    this.#plan.removeEventListener('focusin', this.#onFocus);
    this.#plan.removeEventListener('focusout', this.#onBlur);
    this.#plan.removeEventListener('plan-item-add', this.#onAdd);
    removeEventListener('scroll', this.#onScroll);
  }

  /** All section elements now on the page. */
  get elements(): readonly PlanSection[] {
    return [...this.#plan.querySelectorAll<PlanSection>('goldthread-section')];
  }

  /** The element of one section. */
  elementOf(root: RootName | null): PlanSection | undefined {
    return this.elements.find(element => element.section.root === root);
  }

  /** Where this person writes their own words now, if anywhere. */
  ownWordsRoot(): RootName | null {
    const source = this.#plan.source;
    if (source === null) return null;
    const own = this.#plan.sections.find(section => accessIn(source, section.root) === 'own');
    return own?.root ?? null;
  }

  /** Brings a section on the screen, with an item's caret where one is named, else with the focus on its heading. */
  async reveal(root: RootName, item: string | null): Promise<void> {
    const element = this.elementOf(root);
    if (element === undefined) return;
    await element.updateComplete;
    element.scrollIntoView({block: 'start'});
    await this.#settle(element);
    element.scrollIntoView({block: 'start'});
    const editor = item === null ? null : await element.ready();
    const article = item === null ? null : element.querySelector(`[data-id="${CSS.escape(item)}"]`);
    if (article !== null) article.scrollIntoView({block: 'center'});
    const found = item === null ? undefined : this.#itemId(item);
    if (editor === null || found === undefined || !editor.focusItem(found)) element.focusHeading();
  }

  /** Waits until the section and the one before it have their editors and their heights. */
  async #settle(element: PlanSection): Promise<void> {
    const at = this.elements.indexOf(element);
    const both = [this.elements[at - 1], element].flatMap(one =>
      one === undefined || one.hidden ? [] : [one.ready()],
    );
    await Promise.all(both);
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }

  template(): TemplateResult {
    const plan = this.#plan;
    const {parts} = plan.screens;
    const one = plan.isFamilyPhone && parts === null;
    const isShown = (section: SectionSpec): boolean =>
      parts?.(section) ?? (!one || section.root === plan.current);
    return html`${repeat(
      plan.sections,
      section => section.root,
      section => this.#section(section, !isShown(section), one),
    )}`;
  }

  #section(section: SectionSpec, hidden: boolean, page: boolean): TemplateResult {
    const plan = this.#plan;
    const source = plan.source;
    if (source === null || source.facts === null) return html`${nothing}`;
    const active = plan.current === section.root;
    const access = accessIn(source, section.root);
    const place = plan.sections.indexOf(section) + 1;
    const kept = this.#notes.lineIn(section.root);
    // The line is always there: a part of a template that came and went would take the section's words with it.
    return html`<goldthread-section
      .section=${section}
      .docSession=${source.docFor(section.root) ?? null}
      .access=${access}
      .childName=${source.facts.childName}
      .people=${this.#people}
      .mayWriteItem=${plan.own.rightsIn(source.facts, section.root)}
      .newItemId=${plan.own.newItemId}
      .rightsVersion=${plan.own.version(source.facts)}
      .eager=${plan.settings.everything}
      .active=${active}
      .page=${page}
      .placeInPlan=${page ? words.family.partOf(place, plan.sections.length) : ''}
      ?hidden=${hidden}
      ><p slot="kept" ?hidden=${kept === ''}>${kept}</p></goldthread-section
    >`;
  }

  readonly #people = (): readonly {
    readonly id: ParticipantId;
    readonly name: string;
    readonly hand: 1 | 2 | 3;
  }[] => this.#plan.source?.presence.map(({id, name, hand}) => ({id, name: firstName(name), hand})) ?? [];

  #itemId(id: string) {
    return this.#plan.index.byId.get(id)?.id;
  }

  readonly #onFocus = (event: Event): void => {
    const element = this.elements.find(one => event.composedPath().includes(one));
    if (element === undefined) return;
    this.#plan.current = element.section.root;
    const editor = element.inFocus.words;
    this.#plan.isWriting = editor?.view.hasFocus() === true && editor.isEditable;
    // The tools follow the words in focus, which may have changed within one section.
    this.#plan.requestUpdate();
  };

  readonly #onBlur = (): void => {
    // The toolbar takes the focus for a moment; the words keep their tools until the focus is elsewhere.
    setTimeout(() => {
      const active = document.activeElement;
      if (active === this.#plan || this.elements.some(one => one.contains(active))) return;
      this.#plan.isWriting = false;
    });
  };

  readonly #onAdd = (event: PlanItemAdd): void => void this.#addItem(event);

  async #addItem(event: PlanItemAdd): Promise<void> {
    const editor = await this.elementOf(event.root)?.ready();
    if (editor === null || editor === undefined) return;
    const id = editor.addItem(event.itemType);
    if (id !== null) editor.focusItem(id);
  }

  /** The section below the header is the one that the person reads, while none holds the focus. */
  readonly #onScroll = (): void => {
    if (this.#isScrolling || this.#plan.isFamilyPhone) return;
    this.#isScrolling = true;
    requestAnimationFrame(() => {
      this.#isScrolling = false;
      if (this.elements.some(element => element.matches(':focus-within'))) return;
      const line = innerHeight * 0.3;
      const above = this.elements.filter(one => !one.hidden && one.getBoundingClientRect().top <= line);
      const last = above.at(-1);
      if (last !== undefined) this.#plan.current = last.section.root;
    });
  };
}
