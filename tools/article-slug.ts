import slugify from '@sindresorhus/slugify';

/** Longer addresses are cut off in messages and search results. */
const longest = 60;

/** "four-ships-came-in"; Arabic in Latin letters; empty for a headline that has no letters that can be written so. */
export function articleSlug(headline: string): string {
  const slug = slugify(headline, { decamelize: false });
  if (slug.length <= longest) return slug;
  // With one character more than may be, a word that just fits is known to be whole.
  const start = slug.slice(0, longest + 1);
  const end = start.lastIndexOf('-');
  return start.slice(0, end > 0 ? end : longest);
}
