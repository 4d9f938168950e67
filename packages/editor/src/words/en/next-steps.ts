/**
 * Where somebody can go who does not agree with a plan, as the law of England has it.
 *
 * - Advice: a council arranges advice and information for families (Children and Families Act 2014, section 32).
 * - Meeting: within the time in which the draft, or what is to be changed, is answered, at least 15 days that begin with the day on which
 *   it was served (SEND Regulations 2014, regulations 13(1) and 22(2)).
 * - Mediation: two months from the decision to speak to the adviser, who gives a certificate within three working days; none is needed
 *   for an appeal only about section I (sections 52 to 55 of the Act; regulations 33 and 34).
 * - Appeal: sections B, F and I (section 51); of C, D, G and H the Tribunal recommends, beside such an appeal (SEND (First-tier Tribunal
 *   Recommendations Power) Regulations 2017). It is received by the later of two months from the decision and one month from the
 *   certificate; a last day in August or from 25 December to 1 January is moved to the next working day after (Tribunal rules).
 * - What section F says is owed meanwhile (section 42).
 * - Who: the parent, and after compulsory school age the young person.
 */
export const nextSteps = {
  title: 'What you can do',
  council: (name: string) => `What ${name} says`,
  yourCouncil: 'What your council says',
  law: 'What the law says',
  away: '(opens in a new tab)',
  names: {
    advice: 'Get free advice',
    meeting: 'Ask for a meeting',
    mediation: 'Mediation',
    appeal: 'Appeal',
  },
  facts: {
    advice: [
      'Your council must make sure that families can get advice about this.',
      'In many places the people who help are called SENDIASS.',
    ],
    meeting: [
      'You can ask to meet the council about the draft of the plan.',
      'Ask while it is your turn to answer. You have at least 15 days.',
      'The day they send it to you is day one.',
    ],
    mediation: [
      'You and the council talk. Someone who takes no side helps you both.',
      'When the council has sent you its decision, call the mediation adviser. You have 2 months.',
      'You can say no. Then they send you a certificate in 3 working days.',
      'You also get one when mediation has come to its end.',
      'You need it to appeal. You do not need it if you only appeal about part I.',
    ],
    appeal: [
      'You can ask a court to decide. It is called the Tribunal.',
      'It can change parts B, F and I. With them, it can give its view on C, D, G and H.',
      'Your appeal must be there 2 months after the letter with the decision.',
      'Or one month after the certificate. The later day counts.',
      'Is the last day in August, or from 25 December to 1 January? Then it is the next working day after that.',
      'The council must still give the help in part F while you wait.',
      'A parent can appeal. When school years are over, the young person can.',
    ],
  },
} as const;
