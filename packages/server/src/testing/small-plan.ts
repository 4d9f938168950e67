/** A few people and items of the plan of Jory, enough for tests that are not about the whole plan. */
export function smallPlan(): Record<string, unknown> {
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    child: {name: 'Jory Penhale-Adeyemi', calledName: 'Jory', born: '2019-05-03'},
    participants: [
      {key: 'jory', name: 'Jory Penhale-Adeyemi', relationship: 'himself', role: 'child'},
      {key: 'temi', name: 'Temi Adeyemi', relationship: 'Jory’s mum', role: 'parent'},
      {key: 'callum', name: 'Callum Penhale', relationship: 'Jory’s dad', role: 'parent'},
      {key: 'esme', name: 'Esme Farrow', relationship: 'keyworker', role: 'keyworker', lead: true},
      {
        key: 'bronagh',
        name: 'Bronagh Kell',
        relationship: 'social worker',
        role: 'socialWorker',
        agency: 'Marlshire social care',
      },
      {
        key: 'marcus',
        name: 'Marcus Ibsen',
        relationship: 'SEND officer',
        role: 'sendOfficer',
        agency: 'Marlshire County Council',
      },
      {
        key: 'anita',
        name: 'Anita Dray',
        relationship: 'social care manager',
        role: 'socialCareManager',
        agency: 'Marlshire social care',
      },
      {
        key: 'delphine',
        name: 'Delphine Roe',
        relationship: 'children’s worker',
        role: 'refugeWorker',
        agency: 'refuge',
        hiddenFrom: [{key: 'callum', class: 'sealed'}],
      },
    ],
    sections: {
      A: [
        {id: 'A1', type: 'statement', text: 'red train', mode: 'verbatim', ownedBy: 'jory', typedBy: 'esme'},
      ],
      B: [
        {
          id: 'B1',
          type: 'need',
          text: 'Jory understands sentences of up to three key words.',
          typedBy: 'delphine',
        },
        {
          id: 'B2',
          type: 'need',
          text: 'He covers his ears when the bell rings.',
          audience: ['temi', 'bronagh'],
        },
      ],
      F: [
        {
          id: 'F1',
          type: 'provision',
          text: 'A therapist will work with Jory.',
          links: [
            {rel: 'need', to: 'B1'},
            {rel: 'need', to: 'B2'},
          ],
        },
      ],
    },
    threeHouses: {
      goodThings: [{id: 'T1', type: 'statement', text: 'blue room quiet', audience: 'everyone'}],
      worries: [{id: 'T6', type: 'statement', text: 'Dad big voice', notWith: ['callum']}],
    },
    positions: [
      {item: 'B1', party: 'callum', stance: 'disagree', words: 'talks fine with me'},
      {item: 'B1', party: 'refuge', by: 'delphine', stance: 'agree'},
      {item: 'B2', party: 'temi', stance: 'agree'},
    ],
  };
}
