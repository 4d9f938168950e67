import '../../screens/stances.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, until} from '../../testing/assert.ts';
import {FakeHttp} from '../../testing/fake-http.ts';
import {button, hideAll, wordsOf} from '../../testing/show.ts';
import {VoiceNote} from './voice-note.ts';

const ASK = 'GET /attachments/bell?as=text';

/** A recording somewhere in the shadow of a plan, as far as it asks for one. */
async function standIn(http: FakeHttp): Promise<VoiceNote> {
  const plan = Object.assign(document.createElement('main'), {source: {http}});
  const around = document.createElement('section');
  const root = around.attachShadow({mode: 'open'});
  plan.append(around);
  document.body.append(plan);
  const note = new VoiceNote();
  note.attachment = 'bell';
  note.append('how the bell goes');
  root.append(note);
  await note.updateComplete;
  return note;
}

/** A tenth of a second of silence. */
function silence(): string {
  const head = new DataView(new ArrayBuffer(44 + 800));
  const write = (at: number, text: string) =>
    [...text].forEach((letter, index) => head.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  head.setUint32(4, 836, true);
  write(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, 8000, true);
  head.setUint32(28, 8000, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  write(36, 'data');
  head.setUint32(40, 800, true);
  return btoa(String.fromCharCode(...new Uint8Array(head.buffer)));
}

teardown(() => {
  hideAll();
  document.querySelectorAll('main').forEach(plan => plan.remove());
});

suite('a recording in the plan', () => {
  test('says what it is, plays on asking and can be played again', async () => {
    const http = new FakeHttp({[ASK]: {body: {type: 'audio/wav', data: silence()}}});
    const note = await standIn(http);
    equal(http.asked, []);
    await accessible(note);
    button(note, 'Play it').click();
    await until('it has been played', () => http.asked.length === 1 && wordsOf(note).includes('Play it'));
    equal(wordsOf(note).includes('cannot'), false);
  });

  test('says so where it cannot be had or played', async () => {
    const http = new FakeHttp();
    const note = await standIn(http);
    button(note, 'Play it').click();
    await until('it is said', () => wordsOf(note).includes('It cannot be played now.'));
    await accessible(note);
  });

  test('leaves keys to the button and not to the editor around it', async () => {
    const note = await standIn(new FakeHttp());
    let heard = 0;
    note.addEventListener('keydown', () => (heard += 1));
    button(note, 'Play it').dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true}),
    );
    equal(heard, 0);
  });
});
