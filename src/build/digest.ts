import { hash } from 'node:crypto';

/** 40 hex digits; for telling inputs apart, not against forgers. */
export const digestOfText = (text: string | Uint8Array): string => hash('sha1', text);

/** 64 hex digits: SHA-256, for what others check. */
export const sha256Of = (bytes: string | Uint8Array): string => hash('sha256', bytes);

// Lists share their articles: each is described once.
const known = new WeakMap<object, string>();

/** What is longer is told by its digest, so that no description grows with what stands in it. */
const longest = 1000;

/**
 * A digest of plain data, such as a page is given: equal data have equal digests. What has a `contentDigest` is
 * told by that alone. Functions are refused.
 */
export const digestOf = (value: unknown): string => digestOfText(describe(value));

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new Error(`A page is given a ${typeof value}, which cannot be told from others.`);
  }
  if (typeof value !== 'object' || value === null) return String(value);
  let description = known.get(value);
  if (description === undefined) {
    description = describeObject(value);
    if (description.length > longest) description = `#${digestOfText(description)}`;
    known.set(value, description);
  }
  return description;
}

function describeObject(value: object): string {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if ('contentDigest' in value) return `content ${String(value.contentDigest)}`;
  if (Array.isArray(value)) return `[${value.map(describe).join()}]`;
  if (value instanceof Map || value instanceof Set) return `of ${describe([...value])}`;
  const parts = Object.entries(value).map(
    ([name, part]) => `${JSON.stringify(name)}:${describe(part)}`,
  );
  return `{${parts.join()}}`;
}
