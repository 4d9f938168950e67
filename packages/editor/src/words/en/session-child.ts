/** What a worker reads aloud to a child in a session: a child of nine understands it. */
export const sessionChild = {
  explained: {
    what: 'We talk about good things, worries and dreams. You can draw, write, or just talk.',
    stop: 'You can stop when you want. You can say pass.',
    kept: 'I write down your words. I read them back to you.',
    who: 'You choose who can see your words.',
    limits: 'If someone might get hurt, I have to tell a safe grown-up. I tell you first if I can.',
  },
  prompts: {
    young: {
      good: ['What do you like to do?', 'Who makes you laugh?', 'Where do you feel safe?'],
      worries: ['What do you not like?', 'What makes you sad or cross?', 'What makes your tummy feel funny?'],
      dreams: ['With a magic wand, what would you see?', 'Who would be there?'],
    },
    middle: {
      good: [
        'What do you like doing?',
        'Who makes you laugh?',
        'Who helps you?',
        'Where do you feel safe?',
        'What is good at school? At home?',
      ],
      worries: [
        'What do you not like?',
        'What makes you sad, cross or scared?',
        'If your worries were weather, what would it be?',
        'Who knows about that?',
        'What would make it a bit better?',
      ],
      dreams: [
        'With a magic wand, what would you see?',
        'Who would be there?',
        'What would you be doing?',
        'What is the first little thing?',
      ],
    },
    teen: {
      good: ['What is going well?', 'Who listens to you?', 'Who do you trust?'],
      worries: ['What is getting in the way?', 'Who knows about that?', 'What would make it a bit better?'],
      dreams: ['Where do you want to be?', 'Who would be there?', 'What is the first little thing?'],
    },
    more: 'Tell me more about that.',
  },
} as const;
