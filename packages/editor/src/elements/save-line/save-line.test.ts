import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import type {SaveState} from '../../sync/save-state.ts';
import {SaveLine} from './save-line.ts';

const saved: SaveState = {kind: 'saved', at: new Date(2026, 10, 22, 14, 2)};
const STATES: readonly (readonly [SaveState, string])[] = [
  [saved, 'All changes saved at 14:02.'],
  [{kind: 'connecting'}, 'Connecting.'],
  [{kind: 'nothingToSave'}, 'All your changes are saved.'],
  [
    {kind: 'onlyOnThisDevice', keptAcrossReload: true, isUnderWay: false},
    'Only on this device. Keep writing. We will save your words when you are back.',
  ],
  [
    {kind: 'onlyOnThisDevice', keptAcrossReload: false, isUnderWay: false},
    'Only on this page. Stay here. This device will not keep your words.',
  ],
  [{kind: 'onlyOnThisDevice', keptAcrossReload: true, isUnderWay: true}, 'Saving on this device.'],
  [
    {kind: 'notSaved', code: 'FORBIDDEN', sentence: 'You can no longer change this part.'},
    'Not saved: You can no longer change this part. Try again Copy my words',
  ],
];
teardown(hideAll);

suite('the save line', () => {
  for (const [state, words] of STATES) {
    test(`says "${words.slice(0, 40)}" and is accessible (${state.kind})`, async () => {
      const line = await show(new SaveLine(), {state});
      equal(wordsOf(line), words);
      await accessible(line);
    });
  }

  test('says "Saving" at once, and "saved" only when it stays so', async () => {
    const line = await show(new SaveLine(), {state: saved});
    line.state = {kind: 'saving'};
    await line.updateComplete;
    equal(wordsOf(line), 'Saving');
    line.state = {kind: 'saved', at: new Date(2026, 10, 22, 14, 3)};
    await line.updateComplete;
    equal(wordsOf(line), 'Saving');
    await until('the line says saved', () => wordsOf(line) === 'All changes saved at 14:03.');
  });

  test('never says "saved" between two changes that follow each other', async () => {
    const line = await show(new SaveLine(), {state: saved});
    line.state = {kind: 'saving'};
    await line.updateComplete;
    line.state = saved;
    await line.updateComplete;
    line.state = {kind: 'notSaved', code: 'OWNER', sentence: 'These words are not yours.'};
    await line.updateComplete;
    ok(wordsOf(line).startsWith('Not saved'), 'bad news shows at once');
  });

  test('stands still while somebody types without a connection', async () => {
    const kept = {kind: 'onlyOnThisDevice', keptAcrossReload: true, isUnderWay: false} as const;
    const line = await show(new SaveLine(), {state: {...kept, isUnderWay: true}});
    line.state = kept;
    await line.updateComplete;
    equal(wordsOf(line), 'Saving on this device.');
    await until('the line says where the words are', () => wordsOf(line).startsWith('Only on this device.'));
  });

  test('a failure is read out, and offers to try again and to copy', async () => {
    const line = await show(new SaveLine(), {state: {kind: 'notSaved', code: 'OWNER', sentence: 'No.'}});
    ok(line.shadowRoot?.querySelector('[role=alert]'), 'an alert');
    eventFrom(line, 'plan-save-retry', () => button(line, 'Try again').click());
    eventFrom(line, 'plan-words-copy', () => button(line, 'Copy my words').click());
  });
});
