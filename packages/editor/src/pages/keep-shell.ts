import {ask, textIn} from '../controllers/ask.ts';

/**
 * Lets an own device open the page without a connection, by keeping its pages, scripts and typeface; never anything
 * of a plan. A device that others use keeps nothing, and loses what it had.
 */
export async function keepShell(participant: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const session = await ask('GET', '/api/session', undefined, participant);
  if (!session.ok) return;
  if (textIn(session.value, 'device') === 'own') {
    await navigator.serviceWorker.register('/service-worker.js');
    return;
  }
  const kept = await navigator.serviceWorker.getRegistration('/');
  await kept?.unregister();
}
