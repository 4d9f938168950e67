import {test} from 'node:test';
import * as Y from 'yjs';
import {forge, type ForgedItem} from '../../packages/server/src/gate/testing/forge.ts';
import {HostileRoom, type HostileCase} from '../harness/hostile-room.ts';

const letter = new Y.ContentString('x');
const need = new Y.ContentType(new Y.XmlElement('need'));

/** References that lead elsewhere than they say, or nowhere. */
const REFERENCES: readonly HostileCase[] = [
  [
    'neighbours in two sections',
    'CROSS_PARENT',
    ({forge, character}) => forge([{origin: character('need'), right: character('school'), content: letter}]),
  ],
  [
    'neighbours in two items of a section',
    'CROSS_PARENT',
    ({forge, character}) =>
      forge([{origin: character('need'), right: character('otherNeed'), content: letter}]),
  ],
  [
    'an element of a section that may only be read as parent',
    'FORBIDDEN',
    ({forge, element}) =>
      forge([{parent: element('school'), content: new Y.ContentType(new Y.XmlElement('paragraph'))}]),
  ],
  [
    'an attribute on an element of a section that may only be read',
    'FORBIDDEN',
    ({forge, element}) => forge([{parent: element('school'), sub: 'name', content: new Y.ContentAny(['x'])}]),
  ],
  [
    'a character as parent',
    'CROSS_PARENT',
    ({forge, character}) => forge([{parent: character('need'), content: letter}]),
  ],
  [
    'itself as left neighbour',
    'MISSING_DEPS',
    ({forge, cid}) => forge([{origin: [cid, 0], content: letter}]),
  ],
  [
    'what comes later as left neighbour',
    'MISSING_DEPS',
    ({forge, cid, character}) =>
      forge([
        {origin: [cid, 1], content: letter},
        {origin: character('need'), content: letter},
      ]),
  ],
  [
    'a circle of parents',
    'MISSING_DEPS',
    ({forge, cid}) =>
      forge([
        {parent: [cid, 1], content: need},
        {parent: [cid, 0], content: need},
      ]),
  ],
  [
    'something that nobody has',
    'MISSING_DEPS',
    ({forge, character}) => forge([{origin: character('need'), right: [4_000_000, 7], content: letter}]),
  ],
  [
    'a right neighbour to the left of the left one',
    'ORDER',
    ({forge, character}) =>
      forge([{origin: character('need', 5), right: character('need', 2), content: letter}]),
  ],
  [
    'known ids of somebody else with made-up references',
    null,
    ({character}) => {
      const [client, clock] = character('need');
      return forge({client, clock, structs: [{origin: [4_000_000, 7], content: letter}]});
    },
  ],
];

/** Numbers and lengths that nobody reaches by writing. */
const NUMBERS: readonly HostileCase[] = [
  ['a delete of no length', 'MALFORMED', ({character}) => forge({deletes: [[...character('need'), 0]]})],
  ['a struct of no length', 'MALFORMED', ({forge}) => forge([{ref: 0, length: 0}])],
  [
    'a delete far beyond what is there',
    'MISSING_DEPS',
    ({character}) => forge({deletes: [[...character('need'), 1_000_000_000]]}),
  ],
  [
    'overlapping deletes in a section that may only be read',
    'FORBIDDEN',
    ({character}) =>
      forge({
        deletes: [
          [...character('school'), 4],
          [...character('school', 1), 3],
        ],
      }),
  ],
  [
    'a clock near the largest number',
    'MISSING_DEPS',
    ({forge}) => forge([{parent: 'section:B', content: need}], {clock: Number.MAX_SAFE_INTEGER - 1}),
  ],
  [
    'a length beyond the largest number',
    'MALFORMED',
    ({forge}) =>
      forge([{parent: 'section:B', content: new Y.ContentDeleted(2)}], {clock: Number.MAX_SAFE_INTEGER}),
  ],
  ['a gap', 'MISSING_DEPS', ({forge}) => forge([{ref: 10, length: 3}])],
  [
    'a billion deleted characters',
    'TOO_BIG',
    ({forge, character}) =>
      forge([{origin: character('need'), content: new Y.ContentDeleted(1_000_000_000)}]),
  ],
  ['a billion collected characters', 'TOO_BIG', ({forge}) => forge([{ref: 0, length: 1_000_000_000}])],
  ['bytes that are no update', 'MALFORMED', () => Uint8Array.of(1, 1, 7, 0, 31, 0, 0)],
  [
    'an update cut short',
    'MALFORMED',
    ({forge, character}) => forge([{origin: character('need'), content: letter}]).slice(0, -3),
  ],
];

/** Sizes that would hurt whoever takes them in. */
const SIZES: readonly HostileCase[] = [
  [
    'ten thousand nested elements',
    'CONTENT',
    ({forge, cid, element}) => {
      const kinds = ['bulletList', 'listItem'].map(name => new Y.ContentType(new Y.XmlElement(name)));
      return forge(
        Array.from({length: 10_000}, (_, index): ForgedItem => ({
          parent: index === 0 ? element('need') : [cid, index - 1],
          content: kinds[index % 2] ?? need,
        })),
      );
    },
  ],
  [
    'more than a megabyte of structs of one character',
    'TOO_BIG',
    ({forge, cid, character}) =>
      forge(
        Array.from({length: 150_000}, (_, index): ForgedItem => ({
          origin: index === 0 ? character('need') : [cid, index - 1],
          content: letter,
        })),
      ),
  ],
  [
    'structs each of which stands far from its neighbour',
    'ORDER',
    ({forge, cid, character}) => {
      const near = Array.from({length: 3000}, (_, index): ForgedItem => ({
        origin: index === 0 ? character('need') : [cid, index - 1],
        content: letter,
      }));
      const far = Array.from({length: 3000}, (): ForgedItem => ({
        origin: character('need', 5),
        right: character('need', 2),
        content: letter,
      }));
      return forge([...near, ...far]);
    },
  ],
];

for (const [group, cases] of Object.entries({REFERENCES, NUMBERS, SIZES})) {
  test(`hostile ${group.toLowerCase()} are refused at the socket, and the room goes on`, async t => {
    const room = await HostileRoom.open();
    t.after(() => room.fixture.stop());
    for (const one of cases) await room.run(one);
    t.diagnostic(`${cases.length} cases`);
  });
}
