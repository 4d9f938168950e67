import type {Page} from 'playwright-core';

const CONTROLS = 'button, a[href], input, select, textarea, summary, [role="button"]';
const LEAST_PX = 44;

/** Controls on the screen that are smaller than 44 by 44 CSS pixels, as "name 30x20". */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.locator(CONTROLS).evaluateAll((controls, least) => {
    const small: string[] = [];
    for (const control of controls) {
      if (!control.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
      const label = control instanceof HTMLInputElement ? control.closest('label') : null;
      const {width, height} = (label ?? control).getBoundingClientRect();
      // A skip link is on the screen only while it holds the focus.
      if (control.matches('.skip')) continue;
      if (width >= least - 0.5 && height >= least - 0.5) continue;
      const name = (control.getAttribute('aria-label') ?? control.textContent).replace(/\s+/g, ' ').trim();
      const root = control.getRootNode();
      const inside = root instanceof ShadowRoot ? root.host.localName : 'page';
      small.push(`${inside} ${control.localName} "${name}" ${Math.round(width)}x${Math.round(height)}`);
    }
    return [...new Set(small)];
  }, LEAST_PX);
}

/** By how many pixels the page can be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Elements whose own words don't fit into them and can't be scrolled to, as "tag: words". */
export async function cutOff(page: Page): Promise<string[]> {
  return page.locator('*').evaluateAll(elements => {
    const cut: string[] = [];
    for (const element of elements) {
      if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const hides = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
      // What only a screen reader is told stands in a box of one pixel by design.
      if (!hides || element.clientWidth <= 1 || element.textContent.trim() === '') continue;
      const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
      if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
        cut.push(`${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
    }
    return cut;
  });
}

/** Pairs of controls and lines of one bar that lie on each other. */
export async function overlapping(page: Page): Promise<string[]> {
  return page.locator(CONTROLS).evaluateAll(controls => {
    // Skip links lie in one place, and only the one with the focus is on the screen.
    const shown = controls.filter(
      one => !one.matches('.skip') && one.checkVisibility({visibilityProperty: true}),
    );
    const boxes = shown.map(one => ({one, box: one.getBoundingClientRect(), root: one.getRootNode()}));
    const hits: string[] = [];
    boxes.forEach(({one, box, root}, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (other.root !== root || one.contains(other.one)) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 2 && high > 2) hits.push(`${one.textContent.trim()} / ${other.one.textContent.trim()}`);
      }
    });
    return hits;
  });
}

/** Widens letters, words and lines as WCAG 1.4.12 says, in every shadow root too. */
export async function spaceText(page: Page): Promise<void> {
  await page.locator('*').evaluateAll(elements => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
       p {margin-bottom: 2em !important}`,
    );
    const roots = new Set([document, ...elements.flatMap(one => one.shadowRoot ?? [])]);
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}

/** Whether the element with the focus can be seen: on the screen, and not below a bar. Its name if it can't. */
export async function hiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (focused === null || focused === document.body) return null;
    const box = focused.getBoundingClientRect();
    const name = `${focused.localName} "${(focused.getAttribute('aria-label') ?? focused.textContent).trim().slice(0, 40)}"`;
    // Of what is higher than the screen it is enough to see where it begins or a part of it.
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 2 || bottom - top < 2) return `${name} is off the screen`;
    const tall = box.height > innerHeight / 2;
    const points: [number, number][] = tall
      ? [[(left + right) / 2, (top + bottom) / 2]]
      : [
          [left + 3, top + 3],
          [right - 3, bottom - 3],
        ];
    // Neighbours may share an edge, so that targets are large; only a bar that stays in place can cover.
    const isBar = (at: Element | null): boolean => {
      for (let one = at; one !== null; one = above(one)) {
        if (/fixed|sticky/.test(getComputedStyle(one).position)) return !holds(one, focused);
      }
      return false;
    };
    const above = (one: Element): Element | null => one.assignedSlot ?? one.parentElement ?? hostOf(one);
    const hostOf = (one: Element): Element | null => {
      const root = one.getRootNode();
      return root instanceof ShadowRoot ? root.host : null;
    };
    const holds = (bar: Element, inner: Element | null): boolean => {
      for (let one = inner; one !== null; one = above(one)) if (one === bar) return true;
      return false;
    };
    const sees = ([x, y]: [number, number]): boolean => {
      let at = document.elementFromPoint(x, y);
      for (;;) {
        const deeper = at?.shadowRoot?.elementFromPoint(x, y) ?? null;
        if (deeper === null || deeper === at) break;
        at = deeper;
      }
      return !isBar(at);
    };
    return points.every(sees) ? null : `${name} is covered`;
  });
}
