import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {PHONE, arrive, press} from '../../testing/houses-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {GoldthreadHouses} from './houses.ts';
import {base64Of} from './sound.ts';
import type {ChildTalk} from './talk.ts';

const WAY = ['Worries What worries you?', 'Talk'];

function talkOf(page: GoldthreadHouses): ChildTalk {
  const talk = page.shadowRoot?.querySelector<ChildTalk>('goldthread-talk');
  if (!talk) throw new Error('nowhere to talk');
  return talk;
}

async function record(page: GoldthreadHouses): Promise<ChildTalk> {
  const talk = talkOf(page);
  ok(wordsOf(page).includes('A grown-up can write your words. They must use your words.'), wordsOf(page));
  button(talk, 'Press to talk').click();
  await until('it listens', () => wordsOf(talk).includes('You can talk now.'));
  ok(talk.shadowRoot?.querySelector('.heard'), 'a bar shows it');
  await accessible(page);
  button(talk, 'Press to stop').click();
  await until('it is there', () => talk.voice !== null);
  await drawn(talk);
  await drawn(page);
  return talk;
}

/** Asks for the microphone of somebody who has none, or says no. */
async function withoutMicrophone(name: string, act: () => Promise<void>): Promise<void> {
  const {mediaDevices} = navigator;
  const asked = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
  try {
    await act();
  } finally {
    mediaDevices.getUserMedia = asked;
  }
}

teardown(hideAll);

suite('talking', () => {
  test('a child talks, hears it, says what it is and keeps it', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server, PHONE);
    await press(page, ...WAY);
    await accessible(page);
    const talk = await record(page);
    const bytes = atob(await base64Of(talk.voice?.sound ?? new Blob()));
    equal(bytes.slice(0, 4), '\x1a\x45\xdf\xa3', 'it is a recording');
    const name = talk.shadowRoot?.querySelector('input');
    if (!name) throw new Error('no name');
    name.value = 'how the bell goes';
    name.dispatchEvent(new Event('input'));
    await accessible(page);
    await press(page, 'Keep it', 'Yes');
    await until('it is kept', () => wordsOf(page).includes('Look at each one'));
    equal(server.view.things.at(-1)?.voiceNote?.alt, 'how the bell goes');
    await press(page, 'Look at each one', 'Next');
    await accessible(page);
    const play = page.shadowRoot?.querySelector('goldthread-play');
    if (!play) throw new Error('nothing to play');
    button(play, 'Play it').click();
    await until('it is said', () => wordsOf(play).includes('We cannot play it now.'));
  });

  test('what was said can be thrown away, and then there is nothing to keep', async () => {
    const page = await arrive();
    await press(page, ...WAY);
    const talk = await record(page);
    ok(!button(page, 'Keep it').hasAttribute('disabled'), 'there is something');
    button(talk, 'Throw it away').click();
    await drawn(page);
    await drawn(talk);
    equal(talk.voice, null);
    ok(button(page, 'Keep it').hasAttribute('disabled'), 'there is nothing');
    ok(!button(talk, 'Press to talk').hasAttribute('disabled'), 'there can be something else');
  });

  test('whoever goes on while talking is not listened to any more, and finds it again', async () => {
    const page = await arrive();
    await press(page, ...WAY);
    const talk = talkOf(page);
    button(talk, 'Press to talk').click();
    await until('it listens', () => wordsOf(talk).includes('You can talk now.'));
    await press(page, 'Back');
    await until('it ends', () => talk.voice !== null);
    await press(page, 'Talk');
    ok(talkOf(page).voice !== null, 'it is there');
  });

  for (const [name, said] of [
    ['NotAllowedError', 'This page may not listen. A grown-up can help you'],
    ['NotFoundError', 'We cannot hear on this device.'],
  ] as const)
    test(`a child is told kindly where nothing can be heard: ${name}`, async () => {
      await withoutMicrophone(name, async () => {
        const page = await arrive();
        await press(page, ...WAY);
        const talk = talkOf(page);
        button(talk, 'Press to talk').click();
        await until(said, () => wordsOf(talk).includes(said));
        await accessible(page);
      });
    });
});
