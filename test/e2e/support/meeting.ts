import type {Browser} from 'playwright-core';
import {startChromium} from './chromium.ts';
import {PersonPage, type PersonOptions} from './person-page.ts';
import {ServedPlan} from './served-plan.ts';

/** A served plan, a browser, and everybody who came; all of it goes when the meeting ends. */
export class Meeting {
  readonly served: ServedPlan;
  readonly browser: Browser;
  readonly #people: PersonPage[] = [];

  private constructor(served: ServedPlan, browser: Browser) {
    this.served = served;
    this.browser = browser;
  }

  static async about(example: 'jory' | 'kez'): Promise<Meeting> {
    const served = await ServedPlan.start(example);
    return new Meeting(served, await startChromium());
  }

  /** Signs a person in by the key that the plan's file gives them. */
  async join(key: string, options?: PersonOptions): Promise<PersonPage> {
    const person = await PersonPage.signIn(this.browser, this.served, key, options);
    this.#people.push(person);
    return person;
  }

  /** What any page complained about since the meeting began. */
  get complaints(): string[] {
    return this.#people.flatMap(person => person.complaints);
  }

  async end(): Promise<void> {
    for (const person of this.#people) await person.close();
    await this.browser.close();
    await this.served.stop();
  }
}
