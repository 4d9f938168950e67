import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {seededRandom} from '@goldthread/schema/testing';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {agreementStand} from '../testing/agreement-stand.ts';
import {TestServer} from '../testing/index.ts';
import type {StandingPosition} from './positions.ts';

const SEEDS = 25;
const ROUNDS = 6;
/** The social worker and her manager answer as one agency. */
const PEOPLE = ['temi', 'callum', 'bronagh', 'anita', 'esme', 'marcus'] as const;
const ITEMS = ['B1', 'F1'] as const;
const STANCES = ['agree', 'partly', 'disagree', 'noAnswer'] as const;

const server = await TestServer.start();
after(() => server.stop());

type Stand = Awaited<ReturnType<typeof agreementStand>>;

/** Writes on at the end of an item, as somebody who edits it would. */
async function writeOn({shared, item}: Stand, ref: string, letter: string): Promise<void> {
  const write = (doc: Y.Doc) => {
    const found = doc
      .getXmlFragment(`section:${ref.slice(0, 1)}`)
      .toArray()
      .find(one => one instanceof Y.XmlElement && itemIdOf(one) === item(ref));
    const line = (found as Y.XmlElement).get(0);
    const text = line instanceof Y.XmlElement ? line.get(0) : null;
    if (text instanceof Y.XmlText) text.insert(text.length, letter);
  };
  await server.server.sync.writeAsServer([{id: shared, items: [], write}]);
}

const placeOf = (one: {item: string; party: string}): string => `${one.item} ${one.party}`;

test(`in ${SEEDS} meetings in which people answer and write at once, every answer that was taken is kept once, in its order, and no other`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const stand = await agreementStand(server);
    const random = seededRandom(seed);
    const one = <T>(list: readonly T[]): T => list[(random(1)[0] ?? 0) % list.length] as T;
    /** By item and party, what was taken, in the order of its versions. */
    const taken = new Map<string, StandingPosition[]>();
    for (const position of await stand.positionsOf('esme')) taken.set(placeOf(position), [position]);
    /** What each person last saw; they may answer without looking again. */
    const seen = new Map<string, readonly StandingPosition[]>();
    /** As which party each person answers, once they have. */
    const partyOf = new Map<string, string>();
    const act = async (): Promise<void> => {
      const [who, ref] = [one(PEOPLE), one(ITEMS)];
      const what = one(['say', 'say', 'say', 'look', 'write'] as const);
      if (what === 'look') return void seen.set(who, await stand.positionsOf(who));
      if (what === 'write') return writeOn(stand, ref, one(['x', 'y']));
      const mine = (seen.get(who) ?? []).find(
        ({item, party}) => item === stand.item(ref) && party === partyOf.get(who),
      );
      const said = {stance: one(STANCES), words: `${who} ${String(random(1)[0])}`};
      const expectedVersion = mine?.version ?? 0;
      const answer = await stand.say(who, ref, {...said, expectedVersion});
      if (answer.status === 409) return assert.equal(answer.error?.code, 'POSITION_CHANGED');
      assert.equal(answer.status, 200, answer.text);
      // The server's own answer.
      const position = JSON.parse(answer.text) as StandingPosition;
      assert.equal(
        position.version,
        expectedVersion + 1,
        `seed ${seed}: nobody answers past an answer unseen`,
      );
      partyOf.set(who, position.party);
      const place = placeOf(position);
      taken.set(place, [...(taken.get(place) ?? []), position]);
    };
    for (let round = 0; round < ROUNDS; round++) await Promise.all(Array.from({length: 4}, act));

    const now = await stand.positionsOf('esme');
    assert.deepEqual(new Set(now.map(placeOf)), new Set(taken.keys()), `seed ${seed}: silence is no answer`);
    for (const position of now) {
      const all = (taken.get(placeOf(position)) ?? []).toSorted((a, b) => a.version - b.version);
      const versions = all.map(({version}) => version);
      assert.deepEqual(
        versions,
        all.map((_, at) => at + 1),
        `seed ${seed}: each version once`,
      );
      const told = [...position.earlier.toReversed(), position].map(({stance, words}) => [stance, words]);
      assert.deepEqual(
        told,
        all.map(({stance, words}) => [stance, words]),
        `seed ${seed}`,
      );
    }
    // A letter more, and everything that was said of these items was said before the last change.
    for (const ref of ITEMS) await writeOn(stand, ref, 'z');
    const changed = await stand.positionsOf('esme');
    const items: ReadonlySet<string> = new Set(ITEMS.map(stand.item));
    assert.ok(
      changed.every(({item, isBeforeLastChange}) => !items.has(item) || isBeforeLastChange),
      `seed ${seed}`,
    );
  }
});
