import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until, type PersonPage} from '../support/person-page.ts';

/** Who writes where: each in a part that the access table opens to them, some in the same item. */
const WRITERS = [
  ['temi', 'B'],
  ['callum', 'B'],
  ['folasade', 'E'],
  ['esme', 'F'],
  ['bronagh', 'D'],
  ['priya', 'B'],
  ['hollis', 'F'],
  ['wren', 'F'],
  ['oluchi', 'C'],
  ['marcus', 'H2'],
  ['stan', 'E'],
  ['anita', 'D'],
] as const;

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('twelve people write one sentence each and all twelve read the same plan', async () => {
  const people: PersonPage[] = [];
  for (const [key] of WRITERS) people.push(await meeting.join(key, key === 'temi' ? {screen: PHONE} : {}));
  await Promise.all(
    people.map(async (person, at) => {
      const [, letter] = WRITERS[at] ?? ['', ''];
      await person.typeAtEnd(await person.item(letter, 0), sentence(at));
    }),
  );
  for (const person of people) await person.isSaved();
  // What every save line says must be true at once: the server's own view holds every sentence.
  const first = people[0];
  assert.ok(first);
  const kept = await stored(first);
  for (const [at, [, letter]] of WRITERS.entries())
    assert.equal(countOf(kept, at), LENGTH, `stored of ${letterOf(at)}: ${partOf(kept, letter)}`);
  await until(async () => {
    const plan = JSON.stringify(await planRead(first));
    return [...WRITERS.keys()].every(at => countOf(plan, at) === LENGTH);
  }, 'the first has read everybody');
  const expected = await planRead(first);
  for (const person of people) {
    const reads = async (): Promise<boolean> =>
      JSON.stringify(await planRead(person)) === JSON.stringify(expected);
    await until(reads, 'everybody reads the same').catch(() => undefined);
    assert.deepEqual(await planRead(person), expected);
  }
  assert.deepEqual(meeting.complaints, []);
});

const LENGTH = 12;

/** A letter that nobody else writes: of people who type in the same place at once, one’s word may part another’s. */
function letterOf(at: number): string {
  return 'ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛ'[at] ?? '';
}

/** Ends with the letter that is counted: once all of them are there, nothing of it is still under way. */
function sentence(at: number): string {
  return ` ${letterOf(at).repeat(LENGTH)}`;
}

function countOf(text: string, at: number): number {
  return text.split(letterOf(at)).length - 1;
}

/** The plan as the server gives it to somebody who asks anew. */
async function stored(person: PersonPage): Promise<string> {
  return person.page.evaluate(
    async path => (await fetch(path, {cache: 'no-store'})).text(),
    `/api/plans/${meeting.served.planId}`,
  );
}

/** One section of a stored plan, to see where a sentence went. */
function partOf(kept: string, letter: string): string {
  // The server's own answer.
  const plan = JSON.parse(kept) as {sections: Record<string, unknown[]>};
  return JSON.stringify(plan.sections[letter]?.[0]);
}

/** The words of each section as a page shows them, without the marks of other people's cursors. */
async function planRead(person: PersonPage): Promise<[string, string[]][]> {
  return person.page.locator('goldthread-section').evaluateAll(sections =>
    sections.map(section => {
      const items = [...section.querySelectorAll('article')].map(item => {
        const copy = item.cloneNode(true) as HTMLElement;
        for (const other of copy.querySelectorAll(
          '[class*="cursor"], .goldthread-item-facts, .ProseMirror-trailingBreak',
        ))
          other.remove();
        return (copy.textContent ?? '').replaceAll('\u2060', '').trim();
      });
      const {root} = (section as HTMLElement & {section: {root: string}}).section;
      return [root, items] as [string, string[]];
    }),
  );
}
