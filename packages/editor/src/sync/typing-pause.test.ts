import {equal, until} from '../testing/assert.ts';
import {inPause, noteOwnKey} from './typing-pause.ts';

/** Longer than any test takes: what runs before has run in a pause. */
const NEVER_MS = 600_000;

const calledOff: (() => void)[] = [];
teardown(() => calledOff.splice(0).forEach(callOff => callOff()));

/** Work that waits, noting when it runs. */
function waits(order: string[], name: string, atLeast: number, atMost: number): void {
  calledOff.push(inPause(() => order.push(name), atLeast, atMost));
}

suite('the pause that follows a key', () => {
  test('comes once the page has been painted, for all that waits in the order in which it came', async () => {
    const order: string[] = [];
    waits(order, 'one', 0, NEVER_MS);
    waits(order, 'two', 0, NEVER_MS);
    noteOwnKey();
    requestAnimationFrame(() => order.push('frame'));
    equal(order, []);
    await until('all of it ran', () => order.length === 3);
    equal(order, ['frame', 'one', 'two']);
  });

  test('is not yet for what waits to be gathered', async () => {
    const order: string[] = [];
    waits(order, 'gathers', NEVER_MS, NEVER_MS);
    waits(order, 'waits', 0, NEVER_MS);
    noteOwnKey();
    await until('one of them ran', () => order.length > 0);
    equal(order, ['waits']);
  });

  test('is waited for no longer than was said, and by nothing that was called off', async () => {
    const order: string[] = [];
    inPause(() => order.push('called off'), 0, 1)();
    waits(order, 'out of time', 0, 1);
    await until('its time is over', () => order.length > 0);
    noteOwnKey();
    waits(order, 'next', 0, NEVER_MS);
    noteOwnKey();
    await until('the next one ran', () => order.includes('next'));
    equal(order, ['out of time', 'next']);
  });
});
