import {createHash, generateKeyPairSync, randomBytes, sign, type KeyObject} from 'node:crypto';

/** What a page sends of a key that was made. */
export interface MadeCredential {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {readonly clientDataJSON: string; readonly attestationObject: string};
}

/** What a page sends of a key that was shown. */
export interface ShownCredential {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
  };
}

const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

/** A passkey in software, which answers a server as a person's device would once they have unlocked it. */
export class SoftPasskey {
  id = randomBytes(16).toString('base64url');
  #key: KeyObject;
  readonly #publicKey: Buffer;
  readonly #origin: string;
  readonly #counts: boolean;
  #counter = 0;

  /** With `counts` it says how often it was used, as keys on a stick do. */
  constructor(origin: string, counts = false) {
    const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
    const {x = '', y = ''} = publicKey.export({format: 'jwk'});
    this.#key = privateKey;
    this.#publicKey = coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'));
    this.#origin = origin;
    this.#counts = counts;
  }

  /** The same key a second time, as a thief would have it. */
  copy(): SoftPasskey {
    const copy = new SoftPasskey(this.#origin, this.#counts);
    copy.id = this.id;
    copy.#key = this.#key;
    copy.#counter = this.#counter;
    return copy;
  }

  make(challenge: string): MadeCredential {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, this.#publicKey]);
    const data = Buffer.concat([this.#head(PRESENT_AND_VERIFIED | WITH_KEY), attested]);
    const attestation = Buffer.concat([
      Buffer.of(0xa3),
      ...[cborText('fmt'), cborText('none')],
      ...[cborText('attStmt'), Buffer.of(0xa0)],
      ...[cborText('authData'), cborBytes(data)],
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      },
    };
  }

  show(challenge: string, flags = PRESENT_AND_VERIFIED): ShownCredential {
    if (this.#counts) this.#counter += 1;
    const data = this.#head(flags);
    const client = this.#clientData('webauthn.get', challenge);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, this.#key).toString('base64url'),
      },
    };
  }

  #named() {
    return {id: this.id, rawId: this.id, type: 'public-key'} as const;
  }

  #head(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const rpId = createHash('sha256').update(new URL(this.#origin).hostname).digest();
    return Buffer.concat([rpId, Buffer.of(flags), counter]);
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({type, challenge, origin: this.#origin, crossOrigin: false}));
  }
}

/** An ES256 key as COSE writes it. */
function coseKey(x: Buffer, y: Buffer): Buffer {
  const head = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
  return Buffer.concat([head, Buffer.of(0x21), cborBytes(x), Buffer.of(0x22), cborBytes(y)]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)]);
}

/** From 24 to 255 bytes. */
function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0x58, bytes.length), bytes]);
}
