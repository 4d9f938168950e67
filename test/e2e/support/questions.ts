import type {Page} from 'playwright-core';
import {focused, tabTo} from './focus.ts';
import {until} from './person-page.ts';

/** The questions of a decision, answered by keys alone. */
export class Questions {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until this is asked and has the focus. */
  async asks(title: string | RegExp): Promise<void> {
    const dialog = this.#page.getByRole('dialog');
    await dialog.getByRole('heading', {name: title, level: 1}).waitFor();
    await until(async () => (await focused(this.#page)).startsWith('h1'), 'the question has the focus');
  }

  /** Goes down the answers that exclude each other, from the first one. */
  async pick(label: RegExp): Promise<void> {
    await this.choose(/^input /);
    for (let passed = 0; passed < 30 && !label.test(await focused(this.#page)); passed += 1)
      await this.#page.keyboard.press('ArrowDown');
  }

  /** Ticks or picks an answer. */
  async choose(label: RegExp): Promise<void> {
    await tabTo(this.#page, label);
    await this.#page.keyboard.press('Space');
  }

  async write(words: string): Promise<void> {
    await tabTo(this.#page, /^textarea/);
    await this.#page.keyboard.type(words);
  }

  async goOn(): Promise<void> {
    await this.press(/^button Continue/);
  }

  async press(button: RegExp): Promise<void> {
    await tabTo(this.#page, button);
    await this.#page.keyboard.press('Enter');
  }
}
