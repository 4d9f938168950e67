import type {ParticipantId, SessionId} from '@goldthread/schema';

/** How somebody showed that it is them: with a confirmed link, a code that somebody else gave them, or a passkey. */
export type ProofKind = 'link' | 'code' | 'passkey';

/** When the holder of a session last showed that it is them. */
export interface Proof {
  readonly at: number;
  readonly by: ProofKind;
}

/** A short code that one person gave another. There is at most one for each person; only a slow hash of it is kept. */
export interface CodeRecord {
  readonly participantId: ParticipantId;
  readonly issuedBy: ParticipantId;
  readonly salt: string;
  readonly hash: string;
  readonly expiresAt: number;
  /** Attempts that are left; with none the code is void. */
  readonly triesLeft: number;
}

/** A key that a person's device keeps for this server, made in a session of which it was sure whose it was. */
export interface PasskeyRecord {
  /** As the device names it. */
  readonly id: string;
  readonly participantId: ParticipantId;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often the device says that it was used; 0 where it doesn't count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: number;
}

/** What a device is asked to sign. */
export interface ChallengeRecord {
  readonly sessionId: SessionId;
  /** `register`: for a new passkey; `prove`: for one that there is. At most one of each for a session. */
  readonly purpose: 'register' | 'prove';
  readonly challenge: string;
  readonly expiresAt: number;
}

/** A session that becomes confirmed, if it isn't, because its holder has just shown that it is them. */
export interface SessionProof extends Proof {
  readonly sessionId: SessionId;
}

/** What people show that it is them with. Written as {@link RecordChange}, read here. [21] */
export interface Proofs {
  /** Takes one attempt off a person's code and gives it; `null` where there is none that could still be right. */
  tryCode(participantId: ParticipantId, now: number): Promise<CodeRecord | null>;
  /** A person's passkeys. */
  passkeys(participantId: ParticipantId): Promise<readonly PasskeyRecord[]>;
  /** Gives a challenge once, and never after its time. */
  takeChallenge(
    sessionId: SessionId,
    purpose: ChallengeRecord['purpose'],
    now: number,
  ): Promise<string | null>;
}
