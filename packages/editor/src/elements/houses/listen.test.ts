import {equal} from '../../testing/assert.ts';
import {listenTo} from './listen.ts';

const [said, voices] = [speechSynthesis.speak, speechSynthesis.getVoices];
teardown(() => Object.assign(speechSynthesis, {speak: said, getVoices: voices}));

/** What is said with these voices, and by which. */
function heard(...names: readonly (readonly [name: string, lang: string, localService: boolean])[]): unknown {
  const spoken: string[] = [];
  const all = names.map(([name, lang, localService]) => ({name, lang, localService}));

  Object.assign(speechSynthesis, {
    getVoices: () => all,
    speak: (one: SpeechSynthesisUtterance) => spoken.push(`${one.text} (${one.lang})`),
  });
  Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', {value: null, writable: true});
  return [listenTo('Hello'), ...spoken];
}

suite('listening', () => {
  test('is only ever to a voice of the device itself, and rather to a British one', () => {
    equal(heard(['Far', 'en-GB', false]), [false], 'no word leaves the device');
    equal(heard(['Far', 'en-GB', false], ['Near', 'en-US', true]), [true, 'Hello (en-US)']);
    equal(heard(['Near', 'en-US', true], ['Home', 'en-GB', true]), [true, 'Hello (en-GB)']);
    equal(heard(['Nah', 'de-DE', true]), [false], 'nor is it read by a voice that can’t');
  });
});
