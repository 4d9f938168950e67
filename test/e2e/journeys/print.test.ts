import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {Meeting} from '../support/meeting.ts';
import {until, type PersonPage} from '../support/person-page.ts';
import {wordsKeptFrom} from '../support/withheld-words.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

const HIS = 'It is too little for him.';
const ASKED = {words: HIS, wish: 'It should be each day.', why: 'He forgets in two weeks.'};

test('what a side wants printed is on everybody’s paper, and what is withheld from the father on nobody’s', async () => {
  const bronagh = await meeting.join('bronagh');
  const callum = await meeting.join('callum');
  const item = await (await callum.item('F', 0)).locator('..').getAttribute('data-id');
  const matter = await send(callum, 'disagreements', {itemId: item, ...ASKED});
  const island = bronagh.page.locator('goldthread-island').first();
  await bronagh.page.getByRole('button', {name: 'What are we worried about?'}).click();
  await island.waitFor();
  await bronagh.page.emulateMedia({media: 'print'});
  await bronagh.page.getByText('Press “Print the plan” for a paper copy.').waitFor();
  await island.waitFor({state: 'hidden'});
  assert.ok(!(await copyOf(bronagh)).includes(HIS), 'he has not said that it is to be printed');

  await send(callum, `disagreements/${matter}/say`, {outcome: 'printed'});
  await until(async () => (await sheet(bronagh).innerText()).includes(HIS), 'it comes on her paper');
  const [hers, his] = [await copyOf(bronagh), await copyOf(callum)];
  assert.ok(his.includes(HIS) && his.includes(ASKED.wish), 'in his own words');
  assert.ok(his.endsWith('This copy may not show everything. Ask your key worker.'));
  const readable = wordsKeptFrom('jory', 'callum', 'bronagh');
  assert.ok(readable.length > 0);
  const kept = readable.filter(words => hers.includes(words));
  assert.deepEqual(kept, [], 'her paper has nothing that is withheld from him');
  assert.equal(withoutReader(his), withoutReader(hers), 'his is that of somebody who reads it all');
  const pdf = await bronagh.page.pdf({preferCSSPageSize: true});
  assert.ok((pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length > 1, 'more than one sheet');
  assert.deepEqual(meeting.complaints, []);
});

function sheet({page}: PersonPage): Locator {
  return page.locator('goldthread-print .sheet');
}

/** A person's copy in words, asked for by the key for printing where it isn't there yet. */
async function copyOf(person: PersonPage): Promise<string> {
  if ((await sheet(person).count()) === 0) await person.page.keyboard.press('Control+p');
  await sheet(person).waitFor();
  return (await sheet(person).innerText()).trim();
}

/** A copy without the line that says for whom and when it was made. */
function withoutReader(copy: string): string {
  return copy.replace(/^Printed for .*$/m, '');
}

/** Asks the server as this person; gives the id of what was made. */
async function send({page}: PersonPage, path: string, body: object): Promise<string> {
  const asked = {path: `/api/plans/${meeting.served.planId}/${path}`, body: JSON.stringify(body)};
  return page.evaluate(async ({path: address, body: said}) => {
    const headers = {'content-type': 'application/json'};
    const answer = await fetch(address, {method: 'POST', headers, body: said});
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as {id: string}).id;
  }, asked);
}
