/** What shows that somebody goes on by themselves. */
const GOES_ON = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * Puts the focus on an item of the map, in the middle of the screen, and keeps both there while the columns still grow: private items and
 * what is said beside each come one after the other. It ends as soon as the person does anything.
 */
export function stayAt(dom: HTMLElement, columns: Iterable<Element>): void {
  const look = (): void => {
    if (document.activeElement !== dom) dom.focus();
    dom.scrollIntoView({block: 'center'});
  };
  const growth = new ResizeObserver(look);
  for (const column of columns) growth.observe(column);
  const over = new AbortController();
  const end = (): void => {
    over.abort();
    growth.disconnect();
  };
  const onFocus = ({target}: FocusEvent): void => {
    if (target !== dom) end();
  };
  document.addEventListener('focusin', onFocus, {signal: over.signal});
  for (const type of GOES_ON)
    addEventListener(type, end, {signal: over.signal, capture: true, passive: true});
  look();
}
