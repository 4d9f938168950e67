import {fail, ok as good} from '@goldthread/schema';
import {html, LitElement, type TemplateResult} from 'lit';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, until} from '../../testing/assert.ts';
import {button, hideAll, show, wordsOf} from '../../testing/show.ts';
import {LoadingController} from './loading.ts';

const OFFLINE = fail({problem: 'offline', code: '', sentence: ''} as const);
const NEWS = new EventTarget();

/** A screen that shows one word of a server. */
class OneWord extends LitElement {
  answer: RecordAnswer<string> | Promise<RecordAnswer<string>> = OFFLINE;
  asked = 0;
  readonly word = new LoadingController(this, () => this.#ask(), {
    from: () => NEWS,
    type: 'news',
    isOurs: event => event instanceof CustomEvent && event.detail === 'ours',
  });

  protected override render(): TemplateResult {
    return html`<main>${this.word.draw(value => html`<p>${value}</p>`)}</main>`;
  }

  #ask(): Promise<RecordAnswer<string>> {
    this.asked += 1;
    return Promise.resolve(this.answer);
  }
}
customElements.define('test-one-word', OneWord);

const tell = (detail: string) => NEWS.dispatchEvent(new CustomEvent('news', {detail}));
const says = (screen: OneWord, words: string) =>
  until(`it says ${words}`, () => wordsOf(screen).includes(words));
teardown(hideAll);

suite('what a screen asks the server for', () => {
  test('says why it is not there, can be asked for again, and stays once it is known', async () => {
    const screen = await show(new OneWord());
    await says(screen, 'This needs a connection.');
    await accessible(screen);
    screen.answer = good('train');
    button(screen, 'Try again').click();
    await says(screen, 'train');
    screen.answer = OFFLINE;
    await screen.word.load();
    await screen.updateComplete;
    equal(wordsOf(screen), 'train');
  });

  test('an answer that was asked for earlier and comes later changes nothing', async () => {
    const screen = await show(new OneWord(), {answer: good('one')});
    await says(screen, 'one');
    const late = Promise.withResolvers<RecordAnswer<string>>();
    screen.answer = late.promise;
    const earlier = screen.word.load();
    screen.answer = good('two');
    await screen.word.load();
    late.resolve(good('one and a half'));
    await earlier;
    await screen.updateComplete;
    equal(wordsOf(screen), 'two');
  });

  test('is asked for again on its own news, while it is on the page', async () => {
    const screen = await show(new OneWord(), {answer: good('one')});
    await says(screen, 'one');
    tell('others');
    equal(screen.asked, 1);
    screen.answer = good('two');
    tell('ours');
    await says(screen, 'two');
    screen.remove();
    tell('ours');
    equal(screen.asked, 2);
  });
});
