import { hash } from 'node:crypto';

/** 40 hex digits; for telling inputs apart, not against forgers. */
export const digestOfText = (text: string | Uint8Array): string => hash('sha1', text);

/** 64 hex digits: SHA-256, for what others check. */
export const sha256Of = (bytes: string | Uint8Array): string => hash('sha256', bytes);

// Pages share editions, authors and lists of stories: each is described once.
const known = new WeakMap<object, string>();

/** What is shorter is sooner described again than remembered; what is longer is told by its digest. */
const short = 200;

/**
 * A digest of plain data, such as a page is given: equal data have equal digests. What has a `contentDigest` is
 * told by that alone. Functions are refused.
 */
export const digestOf = (value: unknown): string => digestOfText(describe(value));

function describe(value: unknown): string {
  if (typeof value === 'string') return withLength(value);
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new Error(`A page is given a ${typeof value}, which cannot be told from others.`);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if ('contentDigest' in value) return `content ${String(value.contentDigest)}`;
  const remembered = known.get(value);
  if (remembered !== undefined) return remembered;
  const description = describeObject(value);
  if (description.length < short) return description;
  const digest = `#${digestOfText(description)}`;
  known.set(value, digest);
  return digest;
}

/** Its length says where it ends, whatever stands in it. */
const withLength = (text: string): string => `${text.length}"${text}`;

function describeObject(value: object): string {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (Array.isArray(value)) return `[${value.map(describe).join()}]`;
  if (value instanceof Map || value instanceof Set) return `of ${describe([...value])}`;
  let parts = '';
  for (const name of Object.keys(value)) {
    parts += `${withLength(name)}:${describe((value as Record<string, unknown>)[name])},`;
  }
  return `{${parts}}`;
}
