import {equal, ok} from '../../testing/assert.ts';
import {joined} from './join-sounds.ts';
import {Recording} from './sound.ts';

async function say(parts: number): Promise<Blob> {
  let heard = 0;
  let enough: () => void = () => undefined;
  const isEnough = new Promise<void>(resolve => (enough = resolve));
  const part = (): void => {
    heard += 1;
    if (heard === parts) enough();
  };
  const recording = await Recording.begin(part, 0);
  if (!(recording instanceof Recording)) throw new Error('nothing is heard');
  await isEnough;
  recording.stop();
  return (await recording.done).sound;
}

/** How long a browser finds it, in seconds. */
async function lengthOf(sound: Blob): Promise<number> {
  const audio = new OfflineAudioContext(1, 1, 48_000);
  return (await audio.decodeAudioData(await sound.arrayBuffer())).duration;
}

suite('two recordings as one', () => {
  test('are as long as both, in one file that the browser plays, also where the first was cut', async () => {
    const [first, second] = [await say(3), await say(2)];
    const lengths = [await lengthOf(first), await lengthOf(second)];
    const both = await joined(first, second);
    const all = await lengthOf(both ?? first);
    const sum = (lengths[0] ?? 0) + (lengths[1] ?? 0);
    ok(Math.abs(all - sum) < 0.1, `${all} of ${lengths.join(' and ')}`);
    const cut = first.slice(0, first.size - 20, first.type);
    const cutBoth = await joined(cut, second);
    for (let less = 1; less < 40; less += 1)
      ok(await joined(first.slice(0, first.size - less, first.type), second), `cut by ${less}`);
    ok((await lengthOf(cutBoth ?? cut)) > (lengths[1] ?? 0) + 0.2, 'what was cut is not in the way');
    const thrice = await joined(both ?? first, second);
    ok((await lengthOf(thrice ?? first)) > all, 'and more can be said behind both');
  });

  test('are not made of what is no recording, or another kind of one', async () => {
    const first = await say(1);
    equal(await joined(first, new Blob(['bell'])), null);
    equal(await joined(new Blob(['bell'], {type: 'audio/webm'}), first), null);
    equal(await joined(new Blob([first], {type: 'audio/mp4'}), first), null);
  });
});
