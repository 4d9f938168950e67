/** What every screen over the plan says. */
export const screen = {
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  next: 'Continue',
  tryAgain: 'Try again',
  looking: 'One moment.',
  offline: 'This needs a connection. Check yours, then try again.',
  broken: 'Something went wrong. Nothing was changed. Try again.',
  gone: 'You can no longer do this. Your access may have changed.',
  signedOut: 'You are signed out. Open the link that you were sent.',
} as const;
