import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {CALLS, MAN, open, plan} from '../../testing/private-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import type {HelpEntry} from './help-entry.ts';
import type {PrivateList} from './private-list.ts';

const DECIDE = 'POST /help-calls/call/decide';

function saidCall(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'call',
    compartmentId: idFor('c-man'),
    itemId: idFor('i-man'),
    how: 'words',
    at: '2026-11-27T10:00:00Z',
    dueOn: '2026-11-27',
    isLate: false,
    escalatedAt: null,
    keptFrom: [idFor('callum')],
    asked: [idFor('esme'), idFor('bronagh'), idFor('anita')],
    decisions: [],
    ...more,
  };
}

function called(more: Readonly<Record<string, unknown>> = {}): FakePlan {
  const source = plan();
  source.http.says.set(CALLS, {body: {help: [saidCall(more)]}});
  return source;
}

async function entryOf(list: PrivateList): Promise<HelpEntry> {
  await until('the call is there', () => list.shadowRoot?.querySelector('goldthread-help-entry') !== null);
  const entry = list.shadowRoot?.querySelector<HelpEntry>('goldthread-help-entry');
  if (!entry) throw new Error('no entry');
  await drawn(entry);
  return entry;
}

function fill(entry: HelpEntry, id: string, text: string): void {
  const box = entry.shadowRoot?.querySelector<HTMLTextAreaElement>(`#${id}`);
  if (!box) throw new Error(`no ${id}`);
  box.value = text;
  box.dispatchEvent(new Event('input'));
}

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('a child’s call for help', () => {
  test('stands first, says the words, from whom they are kept and that it is for today', async () => {
    const list = await open(called());
    const entry = await entryOf(list);
    equal(list.shadowRoot?.querySelector('h2')?.textContent, 'Decide today');
    for (const part of [
      'These words may tell of harm',
      MAN,
      'Someone has to decide today what to do.',
      'Kept from Callum Penhale, who is named in it.',
      'Asked: Esme Farrow, Bronagh Kell and Anita Dray.',
    ])
      ok(wordsOf(entry).includes(part), `${part} in ${wordsOf(entry)}`);
    await accessible(list);
  });

  test('is kept as decided with what was done and what the child was told, and asks for both', async () => {
    await setViewport({width: 320, height: 640});
    const source = called({how: 'asked', isLate: true});
    const answer = {
      outcome: 'socialCare',
      words: 'Rang the duty team.',
      childTold: 'That we are helping.',
      keepsSealed: true,
    };
    const decided = saidCall({
      decisions: [{...answer, by: idFor('anita'), at: '2026-11-27T12:00:00Z'}],
    });
    source.http.says.set(DECIDE, {body: decided});
    const entry = await entryOf(await open(source));
    ok(wordsOf(entry).includes('Late. Someone should have decided on 27 November 2026.'), wordsOf(entry));
    button(entry, `Say what you decided: ${MAN}`).click();
    await drawn(entry);
    await accessible(entry);
    button(entry, 'Keep this decision').click();
    await drawn(entry);
    ok(wordsOf(entry).includes('Choose what you did'), wordsOf(entry));
    await accessible(entry);
    entry.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
    fill(entry, 'why', 'Rang the duty team.');
    fill(entry, 'child', 'That we are helping.');
    await drawn(entry);
    ok(document.documentElement.scrollWidth <= 320, 'nothing goes sideways');
    source.http.says.set(CALLS, {body: {help: [decided]}});
    button(entry, 'Keep this decision').click();
    await until('it is kept', () => wordsOf(entry).includes('Kept.'));
    equal(source.http.lastBody(DECIDE), answer);
    ok(
      wordsOf(entry).includes('Anita Dray, 27 November 2026: I told the duty social worker.'),
      wordsOf(entry),
    );
    equal(entry.shadowRoot?.activeElement?.className, 'told');
  });
});
