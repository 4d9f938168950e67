import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {arbitraryPlanFile} from '../testing/arbitrary-plan.ts';
import {PEOPLE, item, person, planFile, type Loose} from '../testing/plan-builder.ts';
import {fromPlanJson} from './from-plan-json.ts';
import {toPlanJson} from './to-plan-json.ts';

const SEED = 20261122;

function messages(file: unknown): string[] {
  const result = fromPlanJson(file);
  return result.ok ? [] : result.error.map(({message}) => message);
}

function inB(...items: Loose[]): Loose {
  return planFile({sections: {B: items}});
}

test('any plan that is read and written again equals the file', () => {
  fc.assert(
    fc.property(arbitraryPlanFile(), file => {
      const result = fromPlanJson(file);
      assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error));
      assert.deepEqual(toPlanJson(result.value), file);
    }),
    {seed: SEED, numRuns: 100},
  );
});

test('a file with every list that a plan may have is read and written again unchanged', () => {
  const file = fullFile();
  const result = fromPlanJson(file);
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error));
  assert.deepEqual(toPlanJson(result.value), file);
});

test('what is no plan at all is refused', () => {
  for (const file of [null, 3, 'plan', [], {}, {format: 'other'}]) assert.ok(!fromPlanJson(file).ok);
});

test('an unknown field is refused and named, wherever it stands', () => {
  assert.deepEqual(messages(planFile({colour: 'red'})), ['colour: there is no field "colour" here.']);
  assert.deepEqual(messages(inB(item('need', 'x', '', {colour: 'red'}))), [
    'sections.B[0].colour: there is no field "colour" here.',
  ]);
  const provision = item('provision', 'x', '', {frequency: {n: 1, times: 2}});
  assert.deepEqual(messages(planFile({sections: {F: [provision]}})), [
    'sections.F[0].frequency.times: there is no field "times" here.',
  ]);
});

test('a problem names its place and what was expected', () => {
  const cases: [Loose, string][] = [
    [inB(item('need', 'x', '', {area: 'maths'})), 'sections.B[0].area must be one of'],
    [inB({id: 'x', type: 'need'}), 'sections.B[0].text'],
    [inB({id: 'x', type: 'wish', text: ''}), 'sections.B[0].type must be a type of item, not "wish".'],
    [planFile({participants: undefined}), 'participants is missing.'],
    [planFile({stage: 'done'}), 'stage must be one of'],
    [planFile({planType: 'isp'}), 'planType: there is no plan type "isp".'],
    [inB(item('need', 'x y')), 'sections.B[0].id must be 1 to 64 letters'],
    [
      planFile({sections: {F: [item('provision', 'x', '', {start: '2026-02-30'})]}}),
      'sections.F[0].start must be a day such as 2026-11-22.',
    ],
  ];
  for (const [file, expected] of cases) {
    const found = messages(file);
    assert.ok(
      found.some(message => message.startsWith(expected)),
      `${expected} in ${found.join(' | ')}`,
    );
  }
});

test('no message holds the words of an item', () => {
  const secret = 'bed squeak lady downstair';
  const text = {type: 'doc', content: [{type: 'heading', content: [{type: 'text', text: secret}]}]};
  const loose = {type: 'doc', content: [{type: 'text', text: secret}]};
  const found = messages(inB({...item('need', 'x'), text}, {...item('need', 'y'), text: loose}));
  assert.ok(found.length > 0);
  assert.doesNotMatch(found.join(' '), /squeak/);
});

test('ProseMirror JSON that may not stand in an item is refused', () => {
  const text = {type: 'doc', content: [{type: 'listItem'}]};
  assert.deepEqual(messages(inB({...item('need', 'x'), text})), [
    'sections.B[0].text: this ProseMirror JSON may not stand in an item.',
  ]);
});

test('an item may stand only in a section that takes its type', () => {
  assert.deepEqual(messages(inB(item('provision', 'x'))), [
    'sections.B[0].type: an item of type "provision" may not stand here.',
  ]);
  const inWorking = planFile({signsOfSafety: {working: [item('networkMember', 'x')]}});
  assert.deepEqual(messages(inWorking), [
    'signsOfSafety.working[0].type: an item of type "networkMember" may not stand here.',
  ]);
});

test('an id may be used once in a file, across all sections', () => {
  const file = planFile({sections: {B: [item('need', 'x')], C: [item('need', 'x')]}});
  assert.deepEqual(messages(file), ['sections.C[0].id: the id "x" is already in use.']);
});

test('a link must be of a known kind, lead somewhere, and lead to what its kind says', () => {
  const need = (...links: Loose[]) => inB(item('need', 'x', '', {links}), item('need', 'y'));
  assert.deepEqual(messages(need({rel: 'advice', to: 'z'})), [
    'sections.B[0].links[0].to: there is no item "z".',
  ]);
  assert.deepEqual(messages(need({rel: 'advice', to: 'y'})), [
    'sections.B[0].links[0].to: a link "advice" may not lead to an item of type "need".',
  ]);
  assert.deepEqual(messages(need({rel: 'outcome', to: 'y'})), [
    'sections.B[0].links[0].rel: no link "outcome" may lead from an item of type "need".',
  ]);
});

test('a participant key that names nobody is refused wherever it stands', () => {
  const need = (more: Loose) => inB(item('need', 'x', '', more));
  const cases: [Loose, string][] = [
    [need({audience: ['jory', 'nobody']}), 'sections.B[0].audience[1]'],
    [need({notWith: ['nobody']}), 'sections.B[0].notWith[0]'],
    [need({ownedBy: 'nobody'}), 'sections.B[0].ownedBy'],
    [
      planFile({meetings: [{id: 'm', kind: 'draft', date: '2027-01-06', invited: ['nobody']}]}),
      'meetings[0].invited[0]',
    ],
    [
      planFile({
        participants: [
          ...PEOPLE,
          person('delphine', 'refugeWorker', {hiddenFrom: [{key: 'nobody', class: 'sealed'}]}),
        ],
      }),
      'participants[5].hiddenFrom[0].key',
    ],
  ];
  for (const [file, path] of cases) {
    assert.deepEqual(messages(file), [`${path}: there is no participant "nobody".`]);
  }
});

test('a position belongs to a participant or to an agency of one, and to an item that is there', () => {
  const file = (position: Loose) => planFile({sections: {B: [item('need', 'x')]}, positions: [position]});
  assert.deepEqual(
    messages(file({item: 'x', party: 'Tidewell Primary School', by: 'esme', stance: 'agree'})),
    [],
  );
  assert.deepEqual(messages(file({item: 'x', party: 'Fenbrook', stance: 'agree'})), [
    'positions[0].party: no participant and no participant\'s agency is called "Fenbrook".',
  ]);
  assert.deepEqual(messages(file({item: 'y', party: 'temi', stance: 'agree'})), [
    'positions[0].item: there is no item "y".',
  ]);
});

test('a participant key, a session and a scale may each be named once', () => {
  assert.deepEqual(messages(planFile({participants: [...PEOPLE, person('temi', 'parent')]})), [
    'participants[5].key: the key "temi" is already in use.',
  ]);
  const scale = {id: 's', zero: 'a', ten: 'b', ratings: []};
  assert.deepEqual(messages(planFile({signsOfSafety: {scales: [scale, scale]}})), [
    'signsOfSafety.scales[1].id: the id "s" is already in use.',
  ]);
});

test('all problems of a file are told at once', () => {
  const file = planFile({
    sections: {B: [item('outcome', 'x'), item('need', 'x', '', {links: [{rel: 'advice', to: 'z'}]})]},
    positions: [{item: 'q', party: 'temi', stance: 'agree'}],
  });
  assert.equal(messages(file).length, 4);
});

function fullFile(): Loose {
  return planFile({
    planType: 'ehcp',
    stage: 'assessment',
    child: {
      name: 'Jory Penhale-Adeyemi',
      calledName: 'Jory',
      born: '2019-05-03',
      pronouns: 'he/him',
      languages: ['English', 'Yoruba'],
      communication: 'Two and three word phrases.',
    },
    statuses: [{kind: 'childProtectionPlan', since: '2026-06-04', words: 'emotional abuse'}],
    sections: {
      A: [item('statement', 'a', 'red train', {speaker: 'Jory', ownedBy: 'jory', present: [{who: 'Esme'}]})],
    },
    signsOfSafety: {
      worries: [item('danger', 'd', 'x', {audience: ['temi', 'bronagh'], links: [{rel: 'goal', to: 'g'}]})],
      working: [item('existingSafety', 's')],
      next: [item('goal', 'g')],
      network: [item('networkMember', 'n', '', {name: 'Gran', knowsDanger: true})],
      scales: [
        {
          id: 'sc',
          about: 'd',
          zero: 'a',
          ten: 'b',
          ratings: [{party: 'temi', value: 7, on: '2026-11-05', oneHigher: 'sleep'}],
        },
      ],
    },
    threeHouses: {
      sessions: [
        {
          id: 'h',
          date: '2026-11-05',
          place: 'blue room',
          askedBy: 'bronagh',
          present: ['Esme'],
          readBack: true,
        },
      ],
      names: {goodThings: 'Train station'},
      first: 'dreams',
      goodThings: [item('statement', 't', 'red train', {session: 'h', audience: 'everyone'})],
      worries: [item('statement', 'u', 'bell too loud', {notWith: ['callum']})],
      dreams: [item('statement', 'v', 'train driver', {mode: 'symbol', variantOf: 't'})],
    },
    positions: [{item: 'a', party: 'jory', stance: 'agree', words: 'thumb', on: '2026-11-05'}],
    withholdings: [
      {
        id: 'w',
        items: ['u'],
        hiddenFrom: [{key: 'callum', class: 'sealed'}],
        audience: ['jory', 'bronagh'],
        reasonCode: 'child_confidence',
        legalGround: 'child’s choice',
        shapes: ['a'],
        approvedBy: 'bronagh',
        reviewOn: '2027-01-06',
      },
    ],
    meetings: [{id: 'm', kind: 'draft meeting', date: '2027-01-06', at: '10.45', invited: ['temi']}],
    clocks: [{clock: 'EHC-6', given: {start: '2026-09-07'}, due: '2027-01-25'}],
    contacts: [{token: 'ADDR-7Q', kind: 'address', value: 'demo', audience: ['temi']}],
  });
}
