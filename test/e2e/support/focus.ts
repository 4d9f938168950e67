import type {Page} from 'playwright-core';

/** What holds the focus, as a screen reader would name it: "button Settings", through all shadow roots. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null || element === document.body) return 'page';
    const label = element.getAttribute('aria-label') ?? labelOf(element) ?? element.textContent;
    const kind = element.getAttribute('role') ?? element.localName;
    return `${kind} ${label.replace(/\s+/g, ' ').trim()}`.slice(0, 80);

    function labelOf(control: Element): string | null {
      const isField =
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement;
      return isField ? (control.labels?.[0]?.textContent ?? null) : null;
    }
  });
}

/** Presses Tab until the focus is on something that the pattern fits; fails after more than the longest plan has, and names them. */
export async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<string> {
  const seen: string[] = [];
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (wanted.test(now)) return now;
    seen.push(now);
  }
  throw new Error(`Tab never came to ${String(wanted)}. It came to:\n${seen.join('\n')}`);
}

/** Goes to a button by keys and presses it. */
export async function press(page: Page, name: RegExp, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, name, key);
  await page.keyboard.press('Enter');
}
