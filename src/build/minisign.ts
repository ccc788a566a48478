/** Signatures as minisign makes and checks them: https://jedisct1.github.io/minisign/ */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';
import { ChecksumError } from '#lib/checksums.ts';

interface SecretKey {
  readonly id: Buffer;
  /** RFC 8032: the private key. */
  readonly seed: Buffer;
}

const der = (head: string, key: Buffer): Buffer => Buffer.concat([Buffer.from(head, 'hex'), key]);

// RFC 8410: the heads of a PKCS #8 private key and of a public key of Ed25519.
const privateKey = (seed: Buffer) =>
  createPrivateKey({
    key: der('302e020100300506032b657004220420', seed),
    format: 'der',
    type: 'pkcs8',
  });
const publicKey = (key: Buffer) =>
  createPublicKey({ key: der('302a300506032b6570032100', key), format: 'der', type: 'spki' });

const secondLine = (text: string): Buffer =>
  Buffer.from(text.trim().split('\n').at(-1) ?? '', 'base64');

/** How hard scrypt has to work, as libsodium reckons it from its two limits. */
function scryptCost(operations: number, memory: number): { N: number; r: number; p: number } {
  const r = 8;
  const isShort = operations < memory / 32;
  const most = isShort ? operations / (r * 4) : memory / (r * 128);
  let N = 2;
  while (N <= most / 2) N *= 2;
  const p = isShort ? 1 : Math.max(1, Math.floor(Math.min(operations / 4 / N, 0x3fffffff) / r));
  return { N, r, p };
}

/** Reads a key file that `minisign -G` wrote, with a password or (`-W`) without. */
export function readSecretKey(text: string, password: string): SecretKey {
  const bytes = secondLine(text);
  if (bytes.length !== 158 || bytes.toString('latin1', 0, 2) !== 'Ed') {
    throw new ChecksumError('This is no secret key of minisign. Make one with: minisign -G');
  }
  const isLocked = bytes.toString('latin1', 2, 4) === 'Sc';
  const key = Buffer.from(bytes.subarray(54));
  if (isLocked) {
    const cost = scryptCost(Number(bytes.readBigUInt64LE(38)), Number(bytes.readBigUInt64LE(46)));
    const maxmem = 256 * cost.N * cost.r;
    const mask = scryptSync(password, bytes.subarray(6, 38), key.length, { ...cost, maxmem });
    for (const [place, byte] of mask.entries()) key[place] = (key[place] ?? 0) ^ byte;
  }
  const [id, seed] = [key.subarray(0, 8), key.subarray(8, 40)];
  // The public key stands behind the private one: if it does not fit, the password was wrong.
  const own = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  if (!own.subarray(-32).equals(key.subarray(40, 72))) {
    throw new ChecksumError('The password of the key is wrong. MINISIGN_PASSWORD has to hold it.');
  }
  return { id, seed };
}

/** The line by which others check what this key signed. */
export function publicKeyOf({ id, seed }: SecretKey): string {
  const own = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return Buffer.concat([Buffer.from('Ed'), id, own.subarray(-32)]).toString('base64');
}

const digest = (bytes: Uint8Array): Buffer => createHash('blake2b512').update(bytes).digest();

/** The text of a signature. The comment is signed with it. */
export function signatureOf(bytes: Uint8Array, key: SecretKey, comment: string): string {
  const secret = privateKey(key.seed);
  const signature = sign(null, digest(bytes), secret);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), secret);
  return [
    'untrusted comment: check with minisign -V',
    Buffer.concat([Buffer.from('ED'), key.id, signature]).toString('base64'),
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}

/** Whether a text is the signature of those bytes by that public key, the comment included. */
export function isSignedBy(bytes: Uint8Array, text: string, key: string): boolean {
  const known = Buffer.from(key, 'base64');
  const [, first = '', comment = '', second = ''] = text.split(/\r?\n/);
  const line = Buffer.from(first, 'base64');
  if (known.length !== 42 || line.length !== 74) return false;
  if (!line.subarray(2, 10).equals(known.subarray(2, 10))) return false;
  const kind = line.toString('latin1', 0, 2);
  if (kind !== 'ED' && kind !== 'Ed') return false;
  const signature = line.subarray(10);
  const signer = publicKey(known.subarray(10));
  const said = Buffer.from(comment.replace(/^trusted comment: /, ''));
  return (
    verify(null, kind === 'ED' ? digest(bytes) : bytes, signer, signature) &&
    verify(null, Buffer.concat([signature, said]), signer, Buffer.from(second, 'base64'))
  );
}
