/** Where a child is on the continuum of help, said by whoever may say it. */
export const safety = {
  title: (child: string) => `What help does ${child} have now?`,
  intro: 'Tick all that is so today. Everyone on the plan can read it.',
  levels: {
    earlyHelp: 'Early help',
    childInNeed: 'A child in need plan',
    childProtectionPlan: 'A child protection plan',
    lookedAfter: 'Looked after by the council',
  },
  hint: 'The safety map takes its names from this. No words of the plan change.',
  keep: 'Keep this',
  changed: (now: string) =>
    `Someone else changed this while you did. It says now: ${now}. Your ticks are still here. Keep them if they are right.`,
  none: 'nothing',
  kept: 'Kept. The safety map has its names from this now.',
} as const;
