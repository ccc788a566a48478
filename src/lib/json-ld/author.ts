import type { OrganizationLeaf, PersonLeaf } from 'schema-dts';
import type { Author } from '#lib/author.ts';
import { absolute, authorPath } from '#lib/urls.ts';
import type { Edition } from '#site.ts';

/** Who signs: a person, or a desk of several. */
export const authorData = (
  { id, name, kind }: Author,
  edition: Edition,
): PersonLeaf | OrganizationLeaf => ({
  '@type': kind === 'organization' ? 'Organization' : 'Person',
  name,
  url: absolute(authorPath(edition, id)),
});
