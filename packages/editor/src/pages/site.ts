import {ask, textIn} from '../controllers/ask.ts';

/** What a page knows of whoever runs its server. Empty where that was not said: no number is better than a wrong one. */
export interface Site {
  /** The telephone number to call when stuck. */
  readonly helpLine: string;
  /** Who answers there. */
  readonly council: string;
}

/** Asks the server; without a connection the service worker gives the answer that it kept. */
export async function readSite(): Promise<Site> {
  const answer = await ask('GET', '/site.json');
  if (!answer.ok) return {helpLine: '', council: ''};
  return {helpLine: textIn(answer.value, 'helpLine'), council: textIn(answer.value, 'council')};
}
