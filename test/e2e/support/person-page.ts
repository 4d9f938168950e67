import type {Browser, BrowserContext, Locator, Page} from 'playwright-core';
import {Cable} from './cable.ts';
import type {ServedPlan} from './served-plan.ts';

/** Screens that every journey is walked on. */
export const LAPTOP = {width: 1280, height: 900};
export const PHONE = {width: 375, height: 812};

export interface PersonOptions {
  readonly screen?: {readonly width: number; readonly height: number};
  /** Whether that screen can be touched. */
  readonly isTouched?: boolean;
  /** Whose device it is; one's own unless said otherwise. */
  readonly device?: 'own' | 'shared';
  /** Whether the person's link was confirmed by whoever made it; it was unless said otherwise. */
  readonly confirmed?: boolean;
  /** Whether the child stays in the houses, where the child's link leads, instead of opening the plan. */
  readonly isChild?: boolean;
  /** Whether the browser keeps the page itself, to open it without a connection. That takes a fifth of what opening a plan does. */
  readonly keepsPage?: boolean;
  /** Called with the page before it opens anything. */
  readonly onPage?: (page: Page) => void;
}

/** One person with a browser of their own, a cable of their own and the plan open. */
export class PersonPage {
  readonly page: Page;
  readonly cable: Cable;
  readonly context: BrowserContext;
  /** What the page complained about; a journey ends with none. */
  readonly complaints: string[];

  private constructor(page: Page, cable: Cable, complaints: string[]) {
    this.page = page;
    this.cable = cable;
    this.context = page.context();
    this.complaints = complaints;
  }

  /** Opens the person's link and signs in as they would, with one tap. */
  static async signIn(
    browser: Browser,
    served: ServedPlan,
    key: string,
    options: PersonOptions = {},
  ): Promise<PersonPage> {
    const {screen = LAPTOP, isTouched = false, device = 'own', confirmed = true, isChild = false} = options;
    const cable = await Cable.to(served.port);
    const context = await browser.newContext({
      viewport: screen,
      hasTouch: isTouched,
      reducedMotion: 'reduce',
      serviceWorkers: options.keepsPage === true ? 'allow' : 'block',
    });
    const page = await context.newPage();
    options.onPage?.(page);
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(error.message));
    const person = new PersonPage(page, cable, complaints);
    try {
      await page.goto((await served.linkFor(key, confirmed)).replace(served.origin, cable.origin));
      const answer = device === 'own' ? /This is my own/ : /others use this/;
      await page.getByRole('button', {name: answer}).click();
      await page.waitForURL(/\/(plan|child)\//);
      const isHouses = page.url().includes('/child/');
      if (isHouses && !isChild) await page.goto(page.url().replace('/child/', '/plan/'));
      await (isChild ? page.getByRole('heading', {name: /^Hello/}).waitFor() : person.isSaved());
    } catch (error) {
      // A cable that is left lying would keep the test's process alive.
      await person.close();
      throw error;
    }
    return person;
  }

  /** The text box of a section, by its letter, brought to the screen. */
  async section(letter: string): Promise<Locator> {
    const onPhone = (this.page.viewportSize()?.width ?? 0) < 600;
    if (onPhone) await this.page.getByRole('button', {name: new RegExp(`\\(${letter}\\)$`)}).click();
    else
      await this.page
        .getByRole('navigation')
        .getByRole('button', {name: new RegExp(`^${letter}\\b`)})
        .click();
    const box = this.page.getByRole('textbox', {name: new RegExp(`^${letter}\\. `)});
    await box.waitFor();
    return box;
  }

  /** The words of the nth item of a section, counted from 0. */
  async item(letter: string, at: number): Promise<Locator> {
    return (await this.section(letter)).getByRole('article').nth(at).locator('.goldthread-item-words');
  }

  /** Puts the caret behind the last word of an item and types. */
  async typeAtEnd(item: Locator, text: string): Promise<void> {
    await caretAtEnd(item);
    await this.page.keyboard.type(text, {delay: 5});
  }

  /** Waits until the save line says that everything is stored. */
  async isSaved(): Promise<void> {
    await this.saveLine()
      .getByText(/aved (at )?\d\d:\d\d/)
      .waitFor();
  }

  /** Shows every part of the plan at once, wherever the page is scrolled to. */
  async showAll(): Promise<void> {
    await this.page.getByRole('button', {name: 'Settings'}).click();
    await this.page.getByLabel('Show everything at once').check();
    await this.page.keyboard.press('Escape');
  }

  /** Waits until the save line says that the words are on this device. */
  async isKept(): Promise<void> {
    await this.saveLine().getByText('Only on this device.').waitFor();
  }

  saveLine(): Locator {
    return this.page.locator('goldthread-save-line').first();
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.cable.remove();
  }
}

/** Puts the caret behind the last character of an item's words. */
export async function caretAtEnd(item: Locator): Promise<void> {
  await item.scrollIntoViewIfNeeded();
  await item.click();
  await item.evaluate(words => {
    const last = words.querySelector('p:last-of-type') ?? words;
    const range = document.createRange();
    range.selectNodeContents(last);
    range.collapse(false);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
}

/** The words of an item as a reader reads them: without the labels of other people's cursors. */
export async function wordsOf(item: Locator): Promise<string> {
  return item.evaluate(words => {
    const copy = words.cloneNode(true) as HTMLElement;
    for (const label of copy.querySelectorAll('[class*="cursor"]')) label.remove();
    return (copy.textContent ?? '').replaceAll('\u2060', '');
  });
}

/** Waits until a question about the page is answered with yes. Asked ever less often: reading a whole page takes what is waited for its time. */
export async function until(question: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (let pause = 25; !(await question()); pause = Math.min(pause * 1.5, 250)) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${what}.`);
    await new Promise(done => setTimeout(done, pause));
  }
}
