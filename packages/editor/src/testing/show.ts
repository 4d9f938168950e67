import type {LitElement} from 'lit';
import '../define.ts';
import {adoptInto, prose, tokens} from '../styles/shared-sheets.ts';

const shown: HTMLElement[] = [];

/** Puts an element on the page with some of its properties set, and waits until it is drawn. */
export async function show<E extends LitElement>(element: E, properties: Partial<E> = {}): Promise<E> {
  adoptInto(document.body, tokens);
  adoptInto(document.body, prose);
  document.documentElement.lang = 'en-GB';
  document.body.classList.add('goldthread-test');
  Object.assign(element, properties);
  shown.push(element);
  document.body.append(element);
  await drawn(element);
  return element;
}

/** Waits until an element and those inside it are drawn. */
export async function drawn(element: LitElement): Promise<void> {
  await element.updateComplete;
  await new Promise(resolve => requestAnimationFrame(resolve));
  await element.updateComplete;
}

/** Takes away all that was shown. To be called after each test. */
export function hideAll(): void {
  for (const element of shown.splice(0)) element.remove();
}

/** The one event of a name that an action makes. Fails if there is none. */
export function eventFrom<E extends Event>(from: EventTarget, name: string, act: () => void): E {
  let heard: Event | null = null;
  const hear = (event: Event): void => void (heard = event);
  from.addEventListener(name, hear);
  act();
  from.removeEventListener(name, hear);
  if (heard === null) throw new Error(`No ${name} was heard`);
  // The caller names the class that belongs to the event's name.
  return heard;
}

/** The button with a text, in an element or its shadow roots. Fails if there is none. */
export function button(inside: Element | ShadowRoot, text: string): HTMLElement {
  const found = findButton(inside, text);
  if (found === null) throw new Error(`No button says ${text}`);
  return found;
}

function findButton(inside: Element | ShadowRoot, text: string): HTMLElement | null {
  for (const element of inside.querySelectorAll<HTMLElement>('*')) {
    const says = element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim();
    if (element.localName === 'button' && says === text) return element;
    const deeper = element.shadowRoot === null ? null : findButton(element.shadowRoot, text);
    if (deeper !== null) return deeper;
  }
  const own = inside instanceof Element ? inside.shadowRoot : null;
  return own === null ? null : findButton(own, text);
}

/** All that an element shows in words, its shadow roots included. */
export function wordsOf(element: Element): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}

function textIn(node: Node): string {
  if (node instanceof HTMLStyleElement) return '';
  if (node instanceof Text) return node.data;
  const inner = node instanceof Element && node.shadowRoot !== null ? [...node.shadowRoot.childNodes] : [];
  return [...inner, ...node.childNodes].map(textIn).join(' ');
}
