/** What lets somebody keep something private, for professionals, who answer for it. */
export const legalGround = {
  title: 'What lets you keep it private?',
  hint: 'If you are not sure, ask your safeguarding lead or data protection officer.',
  suggested: {
    risk_harm: 'It would be likely to cause serious harm (Data Protection Act 2018, Schedule 3)',
    tip_off: 'It could stop a crime from being found out (Data Protection Act 2018, Schedule 2)',
    location: 'It would be likely to cause serious harm (Data Protection Act 2018, Schedule 3)',
    police_request: 'It could stop a crime from being found out (Data Protection Act 2018, Schedule 2)',
    third_party: 'It is someone else’s information (Data Protection Act 2018, Schedule 2)',
    health_opinion: 'Serious harm, in a health professional’s opinion (Data Protection Act 2018, Schedule 3)',
    child_confidence: 'The child’s wishes and expectations (Data Protection Act 2018, Schedule 3)',
    court: 'A court order',
    not_told_child:
      'It is not in the child’s best interests to know yet (Data Protection Act 2018, Schedule 3)',
  },
  other: 'Something else',
  label: 'What it is',
  missing: 'Write what lets you keep it private.',
  ownChoice: 'My own information, at my own wish',
  childChoice: 'The child’s own words, at the child’s own wish',
} as const;
