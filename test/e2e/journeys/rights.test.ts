import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {
  PLAN_TYPES,
  writableRoots,
  type CompartmentFacts,
  type CompartmentId,
  type Participant,
  type ParticipantId,
  type Role,
  type Stage,
} from '@goldthread/schema';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until, type PersonPage} from '../support/person-page.ts';
import {allWords, Received, sectionsSeen} from '../support/seen-by.ts';

const ROLES: Readonly<Record<string, Role>> = {
  callum: 'parent',
  wren: 'therapist',
  marcus: 'sendOfficer',
  jory: 'child',
  delphine: 'refugeWorker',
  stan: 'conferenceChair',
};

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const [key, role] of Object.entries(ROLES)) {
  test(`${key} sees the actions of the role ${role} in each part, and no others`, async () => {
    const person = await meeting.join(key);
    await person.showAll();
    await showsExactly(person, role, 'assessment');
    await person.close();
  });
}

test('a mother’s phone shows the same rights a part at a time', async () => {
  const temi = await meeting.join('temi', {screen: PHONE});
  await temi.page.getByRole('button', {name: /^Which school/}).click();
  await temi.page.getByText('You cannot change it.').filter({visible: true}).waitFor();
  assert.equal(await temi.page.getByRole('button', {name: /^Add/}).count(), 0);
  await temi.page.getByRole('button', {name: 'Back'}).click();
  await temi.page.getByRole('button', {name: /\(B\)$/}).click();
  await temi.page.getByText('You can change this.').filter({visible: true}).waitFor();
  assert.ok((await temi.page.getByRole('button', {name: /^Add/}).count()) > 0);
  await temi.close();
});

test('nothing that reaches the father’s browser, or stays on it, names somebody hidden from him', async () => {
  const received = new Received();
  const callum = await meeting.join('callum', {onPage: page => received.watch(page)});
  const delphine = await meeting.join('delphine');
  const esme = await meeting.join('esme');
  await delphine.page.keyboard.press('F6');
  await delphine.page.keyboard.press('F6');
  await esme.typeAtEnd(await esme.item('B', 0), ' Seen by all.');
  await callum.page.getByText('Seen by all.').first().waitFor();
  await callum.page.getByText('On this plan').click();
  assert.ok((await allWords(callum.page)).includes('Temi Adeyemi'), 'the list is open');
  const id = meeting.served.people.find(one => one.key === 'delphine')?.id ?? '';
  assert.ok(received.count > 10);
  for (const trace of ['Delphine', 'refugeWorker', 'refuge children', id]) {
    assert.ok(!(await received.holds(trace)), `the network brought ${trace}`);
    assert.ok(!(await allWords(callum.page)).includes(trace), `the page shows ${trace}`);
    assert.ok(!(await keptNames(callum)).includes(trace), `the device keeps ${trace}`);
  }
  assert.ok(await received.holds('Temi'), 'what came was really read');
  for (const person of [callum, delphine, esme]) await person.close();
});

test('access that is narrowed while somebody types offline keeps their words in front of them', async () => {
  const wren = await meeting.join('wren');
  await wren.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await wren.typeAtEnd(await wren.item('F', 0), ' First');
  await wren.isSaved();
  wren.cable.cut();
  await wren.page.getByText('You are offline.').first().waitFor();
  await wren.page.keyboard.type(' and these words were never sent.');
  await change('wren', {role: 'adviser'});
  wren.cable.mend();
  const tray = wren.page.getByRole('region', {name: 'Words that are not in the plan'});
  await tray.getByText('these words were never sent.').waitFor();
  assert.deepEqual(await breaches(wren.page, 'words that are not in the plan'), []);
  await tray.getByRole('button', {name: 'Copy'}).click();
  await tray.getByRole('button', {name: 'Copied'}).waitFor();
  assert.match(await wren.page.evaluate(() => navigator.clipboard.readText()), /these words were never sent/);
  await until(async () => (await saysIn(wren, 'section:F')).includes('cannot change'), 'F is there to read');
  await showsExactly(wren, 'adviser', 'assessment', ['section:F', 'section:B', 'section:A']);
  await wren.close();
});

test('access that is ended closes the plan within two seconds, in plain words, and the copy with it', async () => {
  const folasade = await meeting.join('folasade', {keepsPage: true});
  await folasade.section('E');
  assert.notDeepEqual(await databases(folasade), []);
  await change('folasade', {accessEnds: new Date(Date.now() - 1000).toISOString()});
  const told = folasade.page.getByRole('heading', {name: /^You (cannot open this plan|are signed out)/});
  await told.waitFor({timeout: 2000});
  assert.ok(!(await allWords(folasade.page)).includes('Jory'), 'the page says nothing about the child');
  await until(async () => (await databases(folasade)).length === 0, 'the copy is gone');
  folasade.cable.cut();
  await folasade.page.reload().catch(() => undefined);
  assert.ok(!(await allWords(folasade.page)).includes('Jory'), 'nor after a reload without a connection');
  await folasade.close();
});

test('when the draft is served B to F turn into parts to read for parents who have them open', async () => {
  const callum = await meeting.join('callum');
  await callum.showAll();
  await showsExactly(callum, 'parent', 'assessment');
  await meeting.served.ask('PATCH', `/api/plans/${meeting.served.planId}`, {stage: 'draftServed'});
  await callum.page.getByText('Your access has changed.').waitFor();
  await callum.page.getByText('Draft sent to the family').waitFor();
  await showsExactly(callum, 'parent', 'draftServed');
  await callum.close();
});

test('signing out takes the plan off the page and everything off the device', async () => {
  const hollis = await meeting.join('hollis', {keepsPage: true});
  await hollis.page.evaluate(() => navigator.serviceWorker.ready);
  assert.notDeepEqual(await databases(hollis), []);
  await hollis.page.getByRole('button', {name: 'Settings'}).click();
  await hollis.page.getByRole('button', {name: 'Sign out'}).click();
  await hollis.page.getByRole('heading', {name: 'You are signed out'}).waitFor();
  await until(async () => (await databases(hollis)).length === 0, 'the copy is gone');
  assert.deepEqual(await hollis.context.cookies(), []);
  assert.ok(!(await allWords(hollis.page)).includes('Jory'));
  await hollis.page.reload();
  await hollis.page.getByRole('heading', {name: 'You are signed out'}).waitFor();
  await hollis.close();
});

async function showsExactly(
  person: PersonPage,
  role: Role,
  stage: Stage,
  only?: readonly string[],
): Promise<void> {
  const may = rootsOf(role, stage);
  const wrong = async (): Promise<unknown[]> =>
    (await sectionsSeen(person.page))
      .filter(one => only === undefined || only.includes(one.root))
      .filter(({root, says, adders, isTextbox}) => {
        const isOpen = may.includes(root);
        const saysSo = isOpen ? /^You can (change|add)/.test(says) : /You cannot change it/.test(says);
        return !saysSo || adders > 0 !== isOpen || isTextbox !== isOpen;
      });
  await until(async () => (await wrong()).length === 0, 'each part shows its rights').catch(() => undefined);
  assert.deepEqual(await wrong(), [], `may write ${may.join(' ')}`);
}

/** What the table gives a role, in the plan and in the child's own compartment. */
function rootsOf(role: Role, stage: Stage): string[] {
  const type = PLAN_TYPES['ehcp'];
  assert.ok(type);
  // Ids as the table takes them; it never looks into them here.
  const participant: Participant = {
    id: 'someone' as ParticipantId,
    key: '',
    name: '',
    role,
    relationship: '',
    lead: false,
    hiddenFrom: role === 'refugeWorker' ? (['the father'] as ParticipantId[]) : [],
  };
  const kinds: readonly CompartmentFacts['kind'][] = ['shared', 'voice'];
  return kinds.flatMap(kind =>
    writableRoots(participant, stage, {id: kind as CompartmentId, kind, coWriting: {}}, type),
  );
}

async function change(key: string, body: object): Promise<void> {
  const id = meeting.served.people.find(one => one.key === key)?.id ?? '';
  await meeting.served.ask('PATCH', `/api/plans/${meeting.served.planId}/participants/${id}`, body);
}

async function saysIn(person: PersonPage, root: string): Promise<string> {
  return (await sectionsSeen(person.page)).find(one => one.root === root)?.says ?? '';
}

async function databases(person: PersonPage): Promise<string[]> {
  return person.page.evaluate(async () => (await indexedDB.databases()).flatMap(({name}) => name ?? []));
}

async function keptNames(person: PersonPage): Promise<string> {
  const local = await person.page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  return `${(await databases(person)).join(' ')} ${local}`;
}
