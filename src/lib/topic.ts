import { slug } from 'github-slugger';

/**
 * A topic's name in addresses: it keeps the letters of its language, without capitals and vowel marks.
 * "United Nations" becomes "united-nations"; "UN" and "un" are one topic, and so are "غزّة" and "غزة".
 */
export function topicSlug(topic: string): string {
  let found = slugs.get(topic);
  if (found === undefined) {
    found = slug(topic.normalize('NFC').replaceAll(/\p{M}/gu, ''));
    slugs.set(topic, found);
  }
  return found;
}

const slugs = new Map<string, string>();
