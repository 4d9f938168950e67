import {setViewport} from '@web/test-runner-commands';
import '../../screens/disagree-files.ts';
import type {SaidFile} from '../../records/disagreement-files.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeHttp} from '../../testing/fake-http.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {AddFiles} from './add-files.ts';
import {bareJpeg, barePicture} from './bare-picture.ts';
import {SaidFiles} from './said-files.ts';

const ADD = 'POST /disagreements/files';
const GPS = 'GPS 51.5 -0.1';

/** A photo as a telephone makes it: with the place in it, before its picture and behind its end. */
async function photo(): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 8;
  const made = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg'));
  if (made === null) throw new Error('No picture');
  const bytes = new Uint8Array(await made.arrayBuffer());
  const words = new TextEncoder().encode(`Exif\0\0${GPS}`);
  const place = new Uint8Array([0xff, 0xe1, 0, words.length + 2, ...words]);
  return new File([bytes.slice(0, 2), place, bytes.slice(2), GPS], 'at home.jpg', {type: 'image/jpeg'});
}

async function adding(files: readonly SaidFile[] = []): Promise<[AddFiles, FakeHttp]> {
  const http = new FakeHttp({[ADD]: {body: {id: 'file-1', type: 'image/jpeg', size: 9}}});
  const add = await show(new AddFiles(), {http, goesWith: {itemId: 'need-1'}, place: 'why', files});
  return [add, http];
}

function choose(add: AddFiles, file: File): void {
  const input = add.shadowRoot?.querySelector('input');
  if (!input) throw new Error('No place to choose');
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

const sent = (http: FakeHttp): string => atob(String((http.lastBody(ADD) as {data: string}).data));

suite('what goes with words that somebody does not agree', () => {
  setup(() => setViewport({width: 320, height: 700}));
  teardown(hideAll);

  test('a photo is sent as it looks and says nothing else: no place, no device, no name', async () => {
    const [add, http] = await adding();
    await accessible(add);
    choose(add, await photo());
    await until('it is added', () => add.files.length === 1);
    equal(add.files, [{id: 'file-1', kind: 'picture', place: 'why'}]);
    const bytes = sent(http);
    ok(!bytes.includes('GPS') && !bytes.includes('Exif') && !bytes.includes('home'), 'the place is in it');
    equal([bytes.slice(0, 2), bytes.slice(-2)], ['\xff\xd8', '\xff\xd9']);
    equal((http.lastBody(ADD) as {itemId: string}).itemId, 'need-1');
    await until('it says so', () => wordsOf(add).includes('It is added.'));
    await accessible(add);
  });

  test('what a browser writes into a picture of its own accord is taken out too', () => {
    const picture = [0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 2, 5, 0xff, 0xd9];
    const more = [0xff, 0xe1, 0, 4, 7, 7, 0xff, 0xfe, 0, 4, 7, 7, 0xff, 0xe2, 0, 3, 7];
    const jfif = [0xff, 0xe0, 0, 3, 9];
    const bare = bareJpeg(Uint8Array.from([0xff, 0xd8, ...jfif, ...more, ...picture]));
    equal([...bare], [0xff, 0xd8, ...jfif, ...picture]);
  });

  test('a large photo is made small enough to send, and what is no picture isn’t sent', async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 1000];
    const large = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve));
    const bare = await barePicture(large ?? new Blob());
    const {width, height} = await createImageBitmap(bare ?? new Blob());
    equal([bare?.type, width, height], ['image/jpeg', 2000, 500]);
    const [add, http] = await adding();
    choose(add, new File(['<svg>'], 'a.png', {type: 'image/png'}));
    await until('it says so', () => wordsOf(add).includes('That is no picture that we can read.'));
    equal(http.asked, []);
  });

  test('whoever adds a PDF reads first that it may hold more than is seen, and can leave it out', async () => {
    const [add, http] = await adding();
    const pdf = new File(['%PDF-1.7'], 'report.pdf', {type: 'application/pdf'});
    choose(add, pdf);
    await until('it asks', () => wordsOf(add).includes('A PDF can hold more than you see'));
    await accessible(add);
    button(add, 'Leave it out').click();
    await drawn(add);
    ok(!wordsOf(add).includes('A PDF can hold'), 'it is left out');
    equal(http.asked, []);
    choose(add, pdf);
    await until('it asks', () => wordsOf(add).includes('A PDF can hold more than you see'));
    button(add, 'Add the PDF').click();
    await until('it is added', () => add.files.length === 1);
    equal(sent(http), '%PDF-1.7');
    await until('it says so', () => wordsOf(add).includes('It is added.'));
    choose(add, pdf);
    await until('it asks', () => wordsOf(add).includes('A PDF can hold more than you see'));
    ok(!wordsOf(add).includes('It is added.'), 'that was the one before');
  });

  test('somebody says it aloud, and takes it out again', async () => {
    const [add, http] = await adding();
    http.says.set(ADD, {body: {id: 'voice-1', type: 'audio/webm', size: 9}});
    button(add, 'Record your voice').click();
    await until('it listens', () => wordsOf(add).includes('You can talk now.'));
    button(add, 'Stop and keep it').click();
    await until('it is added', () => add.files.length === 1);
    equal(sent(http).slice(0, 4), '\x1a\x45\xdf\xa3', 'it is a recording');
    await drawn(add);
    http.says.set('DELETE /disagreements/files/voice-1', {body: {}});
    button(add, 'Take out: Voice note').click();
    await until('it is out', () => add.files.length === 0);
    equal(http.asked.at(-1)?.method, 'DELETE');
  });

  test('what the server refuses is said, and isn’t added', async () => {
    const [add, http] = await adding();
    http.says.set(ADD, {code: 'MANY_FILES', sentence: 'There are too many files.'});
    choose(add, await photo());
    await until('it says so', () => wordsOf(add).includes('There are too many files.'));
    equal(add.files, []);
  });

  test('others hear it, look at it with the side that sent it as its name, or save it; nothing is asked before', async () => {
    const http = new FakeHttp();
    const file = (id: string, kind: SaidFile['kind']): SaidFile => ({id, kind, place: 'words'});
    const files = [
      file('voice', 'voice'),
      file('one', 'picture'),
      file('two', 'picture'),
      file('pdf', 'pdf'),
    ];
    const said = await show(new SaidFiles(), {source: {http}, files, from: 'Temi Adeyemi'});
    await accessible(said);
    equal(http.asked, []);
    for (const part of ['Voice note', 'Play it', 'Look at it: Picture 2', 'Save it: PDF'])
      ok(wordsOf(said).includes(part), part);
    const bare = await barePicture(await photo());
    const bytes = new Uint8Array((await bare?.arrayBuffer()) ?? new ArrayBuffer(0));
    const data = btoa(String.fromCharCode(...bytes));
    http.says.set('GET /attachments/one?as=text', {body: {type: 'image/jpeg', data}});
    button(said, 'Look at it: Picture 1').click();
    await until('it is there', () => said.shadowRoot?.querySelector('img') != null);
    equal(
      said.shadowRoot?.querySelector('img')?.alt,
      'Picture from Temi Adeyemi. Their words say what it shows.',
    );
    await accessible(said);
    button(said, 'Put it away: Picture 1').click();
    await until('it is away', () => said.shadowRoot?.querySelector('img') == null);
    button(said, 'Look at it: Picture 2').click();
    await until('it says so', () => wordsOf(said).includes('It cannot be shown now.'));
  });
});
