import {fail, ok as fine, type Result} from '@goldthread/schema';
import {setViewport} from '@web/test-runner-commands';
import '../../screens/confirm.ts';
import type {DeviceProblem, PasskeyDevice} from '../../records/proof.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakeAnswer} from '../../testing/fake-http.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {joryPeople} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanConfirm} from './confirm.ts';

const SESSION = 'GET /api/session';
const CODE = 'POST /api/session/confirm';

/** A device that makes and shows what a test says, and notes what it was asked. */
class FakeDevice implements PasskeyDevice {
  canUse = true;
  answer: Result<object, DeviceProblem> = fine({id: 'key'});
  readonly asked: unknown[] = [];

  make(options: unknown): Promise<Result<object, DeviceProblem>> {
    return this.show(options);
  }

  show(options: unknown): Promise<Result<object, DeviceProblem>> {
    this.asked.push(options);
    return Promise.resolve(this.answer);
  }
}

function unsurePlan(): FakePlan {
  const plan = new FakePlan('parent', []);
  plan.isSure = false;
  const people = joryPeople('temi');
  const me = people.find(({isMe}) => isMe);
  if (plan.facts !== null && me !== undefined) plan.facts = {...plan.facts, me, people};
  return plan;
}

async function opened(
  proof: FakeAnswer | {readonly confirmed: boolean; readonly hasPasskey: boolean},
  device = new FakeDevice(),
): Promise<{
  screen: PlanConfirm;
  says: FakePlan['http']['says'];
  http: FakePlan['http'];
  device: FakeDevice;
}> {
  const source = unsurePlan();
  source.http.says.set(SESSION, 'confirmed' in proof ? {body: proof} : proof);
  const screen = await show(new PlanConfirm(), {source, device});
  await until('it is known', () => screen._state.kind !== 'looking');
  await drawn(screen);
  return {screen, says: source.http.says, http: source.http, device};
}

async function send(screen: PlanConfirm, code: string): Promise<void> {
  const box = screen.shadowRoot?.querySelector('input');
  if (box === null || box === undefined) throw new Error('There is no box for a code');
  box.value = code;
  box.dispatchEvent(new InputEvent('input'));
  button(screen, 'Show that it is me').click();
  await until(
    'it is done',
    () => !screen._isBusy && (screen._problem !== '' || screen._state.kind === 'sure'),
  );
  await drawn(screen);
}

teardown(hideAll);

for (const width of [1280, 375]) {
  suite(`showing that it is you, at ${width} px`, () => {
    setup(() => setViewport({width, height: 812}));

    test('says why, whom to ask and that it must not be who sent the link', async () => {
      const {screen} = await opened({confirmed: false, hasPasskey: false});
      const words = wordsOf(screen);
      ok(words.includes('Someone else could have opened your link.'), words);
      ok(words.includes('Bronagh Kell , Jory’s social worker') && words.includes('Esme Farrow'), words);
      ok(!words.includes('Callum Penhale') && !words.includes('Wren'), 'nobody who can’t give one');
      ok(words.includes('It must not be the person who sent you your link.'), words);
      ok(!words.includes('Use my passkey'), 'there is none');
      await accessible(screen);
    });

    test('a code that works opens what is the person’s own, and offers a passkey', async () => {
      const {screen, says, http} = await opened({confirmed: false, hasPasskey: false});
      says.set(CODE, {body: {confirmed: true}});
      await send(screen, ' bcdf ghjk ');
      equal(http.lastBody(CODE), {code: 'bcdf ghjk'});
      ok(wordsOf(screen).includes('Thank you. You now see all that is yours.'), wordsOf(screen));
      ok(screen.shadowRoot?.activeElement?.matches('.told'), 'the focus is on what was done');
      await accessible(screen);
    });

    test('says what is wrong with a code, above the box', async () => {
      const {screen, says} = await opened({confirmed: false, hasPasskey: false});
      await send(screen, '');
      ok(wordsOf(screen).includes('Type the code first.'), wordsOf(screen));
      says.set(CODE, {problem: 'broken', code: 'CODE_STOPPED', sentence: 'This code does not work.'});
      await send(screen, 'wrong');
      ok(wordsOf(screen).includes('This code does not work.'), wordsOf(screen));
      ok(screen.shadowRoot?.activeElement?.matches('.problem'), 'the problem has the focus');
      equal(screen.shadowRoot?.querySelector('input')?.value, 'wrong', 'what was typed stays');
      await accessible(screen);
    });
  });
}

suite('showing that it is you', () => {
  test('says why nothing is known, and asks again', async () => {
    for (const [answer, says] of [
      [{problem: 'offline'}, 'This needs a connection.'],
      [{problem: 'signedOut'}, 'You are signed out.'],
      [{body: {}}, 'Something went wrong.'],
    ] as const) {
      const {screen} = await opened(answer);
      ok(wordsOf(screen).includes(says), wordsOf(screen));
      await accessible(screen);
      hideAll();
    }
  });

  test('a passkey confirms: the server’s question goes to the device, its answer to the server', async () => {
    const {screen, says, http, device} = await opened({confirmed: false, hasPasskey: true});
    says.set('POST /api/session/passkeys/challenge', {body: {challenge: 'abc'}});
    says.set('POST /api/session/passkeys/verify', {body: {confirmed: true}});
    await accessible(screen);
    button(screen, 'Use my passkey').click();
    await until('it is sure', () => screen._state.kind === 'sure');
    equal(device.asked, [{challenge: 'abc'}]);
    equal(http.lastBody('POST /api/session/passkeys/verify'), {credential: {id: 'key'}});
  });

  test('a person who turns away from the device can go on with a code', async () => {
    const {screen, says, device} = await opened({confirmed: false, hasPasskey: true});
    says.set('POST /api/session/passkeys/challenge', {body: {challenge: 'abc'}});
    device.answer = fail('cancelled');
    button(screen, 'Use my passkey').click();
    await until('it says so', () => screen._problem !== '');
    await drawn(screen);
    ok(wordsOf(screen).includes('It was not finished.'), wordsOf(screen));
    says.set(CODE, {body: {confirmed: true}});
    await send(screen, 'bcdfghjk');
    equal(screen._state.kind, 'sure');
  });

  test('who is known already sets up a passkey, once more with proof where it is long ago', async () => {
    const {screen, says} = await opened({confirmed: true, hasPasskey: false});
    ok(wordsOf(screen).includes('This plan knows that it is you.'), wordsOf(screen));
    await accessible(screen);
    const late = {problem: 'broken', code: 'PROVE_AGAIN', sentence: 'Show once more.'} as const;
    says.set('POST /api/session/passkeys/options', late);
    button(screen, 'Set this up').click();
    await until('it asks again', () => screen._state.kind === 'asking');
    await drawn(screen);
    ok(wordsOf(screen).includes('Please show it once more.'), wordsOf(screen));
    says.set(CODE, {body: {confirmed: true}});
    await send(screen, 'bcdfghjk');
    says.set('POST /api/session/passkeys/options', {body: {challenge: 'abc'}});
    says.set('POST /api/session/passkeys/register', {body: {hasPasskey: true}});
    button(screen, 'Set this up').click();
    await until('it is made', () => screen._state.kind === 'sure' && screen._state.hasPasskey);
    await drawn(screen);
    ok(wordsOf(screen).includes('It is set up on this device.'), wordsOf(screen));
    await accessible(screen);
  });

  test('says so where the browser can’t keep passkeys', async () => {
    const device = new FakeDevice();
    device.canUse = false;
    const {screen} = await opened({confirmed: true, hasPasskey: false}, device);
    ok(wordsOf(screen).includes('This browser cannot keep a passkey here.'), wordsOf(screen));
    ok(!wordsOf(screen).includes('Set this up'), 'nothing that can’t be done');
  });
});
