import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** An Ed25519 private key of these 32 bytes, as PKCS #8 begins it (RFC 8410 section 7); and a public one (section 4). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** What entries and checkpoints are signed with, and voters' pseudonyms made with; all of it from one secret. */
export class LedgerKey {
  private readonly key: KeyObject;
  /** 32 bytes, base64url. */
  readonly publicKey: string;

  /** @param secret 32 bytes or more, at random */
  constructor(private readonly secret: Buffer) {
    if (secret.length < 32) throw new Error('a ledger key needs 32 bytes');
    const der = Buffer.concat([PRIVATE, this.derived('signing')]);
    this.key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.key).export({ format: 'der', type: 'spki' });
    this.publicKey = spki.subarray(PUBLIC.length).toString('base64url');
  }

  /** Of this text, 64 bytes, base64url. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.key).toString('base64url');
  }

  /**
   * Who a person is in one box and nowhere else: 16 bytes, base64url. Two boxes' pseudonyms have nothing in common, and
   * without the key nobody can say whose one is, however many persons they try.
   */
  pseudonym(boxId: string, personId: string): string {
    const mac = createHmac('sha256', this.derived(`pseudonym ${boxId}`))
      .update(personId)
      .digest();
    return mac.subarray(0, 16).toString('base64url');
  }

  /** Encrypts what must not be read before the box is closed (AES-256-GCM). */
  seal(boxId: string, text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.derived(`seal ${boxId}`), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was not sealed for this box with this key */
  unseal(boxId: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.derived(`seal ${boxId}`), sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }

  private readonly known = new Map<string, Buffer>();

  private derived(purpose: string): Buffer {
    const known = this.known.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.secret, 'medvind-ballots/1', purpose, 32));
    // A box is spoken with for as long as it is open; those long closed need not be remembered.
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(purpose, key);
    return key;
  }
}

const MOST_KNOWN = 1000;

/** @throws Error when it is not a public key of 32 bytes, base64url */
export function keyOf(publicKey: string): KeyObject {
  const bytes = Buffer.from(publicKey, 'base64url');
  if (bytes.length !== 32) throw new Error('a public key has 32 bytes');
  return createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' });
}

/** Off the main thread, so that a million of them keep every processor busy. */
export const verifySignature = (key: KeyObject, text: string, signature: string): Promise<boolean> =>
  new Promise((resolve) =>
    verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'), (error, isGood) =>
      resolve(!error && isGood),
    ),
  );
