import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {open, plan} from '../../testing/private-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import type {ChildOverrides} from './overrides.ts';

teardown(hideAll);

const LIST = 'GET /overrides';
const ITEM = {
  itemId: idFor('i-bell'),
  words: 'Bell too loud',
  readers: [idFor('jory'), idFor('anita')],
  notWith: [idFor('callum')],
};

function saidOverride(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ...{id: 'override', reader: idFor('wren'), askedBy: idFor('esme'), second: idFor('anita')},
    ...{reason: 'Dinner time.', askedAt: '2026-11-27T10:00:00Z', agreedAt: null},
    told: {how: 'delayed', on: '', words: 'He is ill.'},
    ...{mayAgree: true, mayTell: true},
    ...more,
  };
}

async function shown(source: FakePlan): Promise<ChildOverrides> {
  await setViewport({width: 375, height: 812});
  const list = await open(source);
  const found = list.shadowRoot?.querySelector<ChildOverrides>('goldthread-child-overrides');
  if (!found) throw new Error('no decisions');
  await until('it has answered', () => wordsOf(found).includes('Against the child’s choice'));
  return found;
}

function withList(more: object): FakePlan {
  const source = plan();
  source.http.says.set(LIST, {body: {overrides: [], items: [ITEM], ...more}});
  return source;
}

async function pick(part: ChildOverrides, label: string): Promise<void> {
  const row = [...(part.shadowRoot?.querySelectorAll('label.row') ?? [])].findLast(
    one => one.textContent.trim() === label,
  );
  if (!row) throw new Error(`no ${label}: ${wordsOf(part)}`);
  row.querySelector('input')?.click();
  await drawn(part);
}

async function fill(part: ChildOverrides, id: string, text: string): Promise<void> {
  const box = part.shadowRoot?.querySelector<HTMLTextAreaElement>(`#${id}`);
  if (!box) throw new Error(`no ${id}`);
  box.value = text;
  box.dispatchEvent(new Event('input'));
  await drawn(part);
}

suite('against the child’s choice', () => {
  test('nobody is asked before it is written down what the child was told, and then somebody else has to agree', async () => {
    const source = withList({});
    const part = await shown(source);
    button(part, 'Let one more person read the child’s words').click();
    await drawn(part);
    await pick(part, 'Bell too loud');
    ok(wordsOf(part).includes('The child said that Callum'), wordsOf(part));
    await pick(part, 'Wren Castellan');
    await pick(part, 'Bronagh Kell');
    await fill(part, 'reason', 'Dinner time.');
    await accessible(part);
    button(part, 'Ask them to agree').click();
    await until('it is said', () => wordsOf(part).includes('Answer every question.'));
    await pick(part, 'Not yet');
    await fill(part, 'said', 'He is ill.');
    const asked = `POST /items/${ITEM.itemId}/readers`;
    source.http.says.set(asked, {body: saidOverride()});
    button(part, 'Ask them to agree').click();
    await until('it is said', () => wordsOf(part).includes('Nobody more reads it until they agree.'));
    equal(source.http.lastBody(asked), {
      ...{readerId: idFor('wren'), secondId: idFor('bronagh'), reason: 'Dinner time.'},
      ...{told: {how: 'delayed', words: 'He is ill.'}, cleared: []},
    });
  });

  test('whoever is asked reads who asks, for whom and why, and agrees', async () => {
    const source = withList({items: [], overrides: [saidOverride()]});
    const part = await shown(source);
    ok(wordsOf(part).includes('Why: Dinner time.'), wordsOf(part));
    ok(wordsOf(part).includes('The child has not been told yet: He is ill.'), wordsOf(part));
    await accessible(part);
    source.http.says.set('POST /overrides/override/agree', {body: saidOverride({mayAgree: false})});
    button(part, 'I agree').click();
    await until('it is said', () => wordsOf(part).includes('They can read it now.'));
  });

  test('it is written down later what the child was told', async () => {
    const source = withList({overrides: [saidOverride({mayAgree: false})]});
    const part = await shown(source);
    ok(wordsOf(part).includes('does not name this reader'), wordsOf(part));
    button(part, 'Write down what the child was told').click();
    await drawn(part);
    await pick(part, 'It is not safe to tell');
    await fill(part, 'said', 'He would be asked.');
    const told = 'POST /overrides/override/told';
    source.http.says.set(told, {body: saidOverride()});
    button(part, 'Keep this').click();
    await until('it is said', () => wordsOf(part).includes('Kept.'));
    equal(source.http.lastBody(told), {told: {how: 'unsafe', words: 'He would be asked.'}});
  });

  test('of what was opened it says that the child’s page is silent, and that the plan isn’t', async () => {
    const opened = saidOverride({reader: null, mayAgree: false, agreedAt: '2026-11-28T10:00:00Z'});
    const part = await shown(withList({overrides: [opened]}));
    ok(wordsOf(part).includes('does not say that everyone reads it'), wordsOf(part));
    ok(wordsOf(part).includes('Whoever opens the plan sees it there.'), wordsOf(part));
    await accessible(part);
  });
});
