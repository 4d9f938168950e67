import type {ParticipantId, Result} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {readAnswer, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, momentOf, textOf} from './read.ts';

/** How sure the server is of who sits here. */
export interface Proof {
  readonly isSure: boolean;
  /** This person has a device that can show it, not always this one. */
  readonly hasPasskey: boolean;
}

/** A code for somebody else; told once. */
export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Why a device did not answer: its person turned away, it has the key already, or it can't. */
export type DeviceProblem = 'cancelled' | 'known' | 'failed';

/** What keeps passkeys: the browser with the device that it runs on. */
export interface PasskeyDevice {
  /** Whether there can be passkeys on this page at all. */
  readonly canUse: boolean;
  make(options: unknown): Promise<Result<object, DeviceProblem>>;
  show(options: unknown): Promise<Result<object, DeviceProblem>>;
}

/** What came of asking the device, then the server. */
export type ProofAnswer = RecordAnswer<true> | {readonly ok: false; readonly error: DeviceProblem};

/** How sure the server is now. */
export async function readProof(http: PlanHttp): Promise<RecordAnswer<Proof>> {
  return readAnswer(await http.ask('GET', '/api/session'), body => {
    const {confirmed, hasPasskey} = fieldsOf(body);
    return typeof confirmed === 'boolean' ? {isSure: confirmed, hasPasskey: hasPasskey === true} : null;
  });
}

/** Makes a code with which somebody else can show that it is them. */
export async function issueCode(
  http: PlanHttp,
  participantId: ParticipantId,
): Promise<RecordAnswer<IssuedCode>> {
  return readAnswer(await http.ask('POST', '/api/session/codes', {participantId}), body => {
    const fields = fieldsOf(body);
    const [code, expiresAt] = [textOf(fields['code']), momentOf(fields['expiresAt'])];
    return code === '' || expiresAt === null ? null : {code, expiresAt};
  });
}

/** Shows with a code from somebody else who sits here. */
export async function confirmByCode(http: PlanHttp, code: string): Promise<RecordAnswer<true>> {
  return readAnswer(await http.ask('POST', '/api/session/confirm', {code}), () => true);
}

/** Shows with a passkey who sits here. */
export function confirmByPasskey(http: PlanHttp, device: PasskeyDevice): Promise<ProofAnswer> {
  return through(http, ['challenge', 'verify'], options => device.show(options));
}

/** Has the device make a passkey, and the server keep what is public of it. */
export function addPasskey(http: PlanHttp, device: PasskeyDevice): Promise<ProofAnswer> {
  return through(http, ['options', 'register'], options => device.make(options));
}

async function through(
  http: PlanHttp,
  [question, answer]: readonly [question: string, answer: string],
  ask: (options: unknown) => Promise<Result<object, DeviceProblem>>,
): Promise<ProofAnswer> {
  const options = await http.ask('POST', `/api/session/passkeys/${question}`, {});
  if (!options.ok) return options;
  const credential = await ask(options.value);
  if (!credential.ok) return credential;
  const path = `/api/session/passkeys/${answer}`;
  return readAnswer(await http.ask('POST', path, {credential: credential.value}), () => true);
}
