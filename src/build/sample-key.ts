/** For tests: secret keys to sign with. */
import { generateKeyPairSync, randomBytes, scryptSync } from 'node:crypto';

/** A key file as minisign writes it; its last 32 bytes, a digest of the rest, are not looked at. */
export function keyFile(password?: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const own = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = Buffer.concat([randomBytes(8), seed, own, Buffer.alloc(32)]);
  const head = Buffer.alloc(54);
  head.write('Ed', 0);
  head.write('B2', 4);
  if (password !== undefined) {
    head.write('Sc', 2);
    // The least work that libsodium asks for.
    head.writeBigUInt64LE(32768n, 38);
    head.writeBigUInt64LE(16777216n, 46);
    const mask = scryptSync(password, head.subarray(6, 38), key.length, { N: 1024, r: 8, p: 1 });
    for (const [place, byte] of mask.entries()) key[place] = (key[place] ?? 0) ^ byte;
  }
  return `untrusted comment: minisign secret key\n${Buffer.concat([head, key]).toString('base64')}\n`;
}
