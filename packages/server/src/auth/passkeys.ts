import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type {RandomBytes} from '@goldthread/schema';
import type {Audit} from '../audit/index.ts';
import type {Clock} from '../ports/index.ts';
import type {ChallengeRecord, PasskeyRecord, PlanStorage} from '../storage/index.ts';
import type {SignedIn} from './caller.ts';

/** How long a device may take to answer. */
const CHALLENGE_MS = 5 * 60_000;

/** EdDSA, ES256 and RS256, as COSE numbers them: what every device can, and nothing that is still an experiment. */
const ALGORITHMS = [-8, -7, -257];

/** Where this server stands, as browsers know it. */
interface Place {
  readonly rpID: string;
  readonly origin: string;
}

/**
 * Keys that people's devices keep for this server. One is made only in a session of which it is sure whose it is, so that
 * showing it anywhere else is sure too (docs/decisions says why).
 */
export class Passkeys {
  readonly #storage: PlanStorage;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #audit: Audit;
  readonly #publicUrl: () => string;

  constructor(
    storage: PlanStorage,
    clock: Clock,
    random: RandomBytes,
    audit: Audit,
    publicUrl: () => string,
  ) {
    this.#storage = storage;
    this.#clock = clock;
    this.#random = random;
    this.#audit = audit;
    this.#publicUrl = publicUrl;
  }

  /** What a device needs to make a key for somebody. */
  async optionsFor({session, participant}: SignedIn): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const {generateRegistrationOptions} = await library();
    const known = await this.#storage.proofs.passkeys(participant.id);
    const options = await generateRegistrationOptions({
      rpName: 'Goldthread',
      rpID: this.#place().rpID,
      userID: new TextEncoder().encode(participant.id),
      userName: participant.name,
      userDisplayName: participant.name,
      challenge: Uint8Array.from(this.#random(32)),
      timeout: CHALLENGE_MS,
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: known.map(described),
      authenticatorSelection: {residentKey: 'preferred', userVerification: 'required'},
    });
    await this.#remember({sessionId: session.id, purpose: 'register', challenge: options.challenge});
    return options;
  }

  /** Keeps the key that a device made, which is noted; whether it could be kept. */
  async register({session, participant}: SignedIn, response: RegistrationResponseJSON): Promise<boolean> {
    const {verifyRegistrationResponse} = await library();
    const challenge = await this.#asked(session.id, 'register');
    if (challenge === null) return false;
    const {rpID, origin} = this.#place();
    const verified = await verifyRegistrationResponse({
      ...{response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID},
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => null);
    if (verified?.verified !== true) return false;
    const {id, publicKey, counter, transports = []} = verified.registrationInfo.credential;
    const at = this.#clock.now();
    const {planId} = session;
    const by = {actor: participant.id, sessionId: session.id};
    await this.#storage.record([
      {
        kind: 'passkey',
        put: {id, participantId: participant.id, publicKey, counter, transports, createdAt: at},
      },
      this.#audit.entry({planId, ...by, action: 'passkeyAdded', subject: participant.id}),
    ]);
    return true;
  }

  /** What a device needs to show somebody's key; `null` where they have none. */
  async challengeFor({
    session,
    participant,
  }: SignedIn): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
    const known = await this.#storage.proofs.passkeys(participant.id);
    if (known.length === 0) return null;
    const {generateAuthenticationOptions} = await library();
    const options = await generateAuthenticationOptions({
      rpID: this.#place().rpID,
      allowCredentials: known.map(described),
      challenge: Uint8Array.from(this.#random(32)),
      timeout: CHALLENGE_MS,
      userVerification: 'required',
    });
    await this.#remember({sessionId: session.id, purpose: 'prove', challenge: options.challenge});
    return options;
  }

  /** Confirms a session with a key that its holder's device showed, which is noted; whether it did. */
  async prove({session, participant}: SignedIn, response: AuthenticationResponseJSON): Promise<boolean> {
    const {verifyAuthenticationResponse} = await library();
    const challenge = await this.#asked(session.id, 'prove');
    const known = await this.#storage.proofs.passkeys(participant.id);
    const passkey = known.find(({id}) => id === response.id);
    if (challenge === null || passkey === undefined) return false;
    const {rpID, origin} = this.#place();
    const verified = await verifyAuthenticationResponse({
      ...{response, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpID},
      credential: {id: passkey.id, publicKey: passkey.publicKey, counter: passkey.counter},
    }).catch(() => null);
    if (verified?.verified !== true) return false;
    const counter = verified.authenticationInfo.newCounter;
    const by = {actor: participant.id, sessionId: session.id};
    await this.#storage.record([
      {kind: 'passkey', put: {...passkey, counter}},
      {kind: 'proof', prove: {sessionId: session.id, at: this.#clock.now(), by: 'passkey'}},
      this.#audit.entry({
        ...{planId: session.planId, ...by},
        ...{action: 'confirmed', subject: participant.id, detail: {by: 'passkey'}},
      }),
    ]);
    return true;
  }

  async #remember(challenge: Omit<ChallengeRecord, 'expiresAt'>): Promise<void> {
    const expiresAt = this.#clock.now() + CHALLENGE_MS;
    await this.#storage.record([{kind: 'challenge', put: {...challenge, expiresAt}}]);
  }

  #asked(
    sessionId: ChallengeRecord['sessionId'],
    purpose: ChallengeRecord['purpose'],
  ): Promise<string | null> {
    return this.#storage.proofs.takeChallenge(sessionId, purpose, this.#clock.now());
  }

  #place(): Place {
    const {hostname, origin} = new URL(this.#publicUrl());
    return {rpID: hostname, origin};
  }
}

function described({id, transports}: PasskeyRecord): {id: string; transports: string[]} {
  return {id, transports: [...transports]};
}

/** Loaded when somebody first uses a passkey, since it takes as long to load as the rest of the server. */
async function library() {
  return await import('@simplewebauthn/server');
}
