/** Who publishes the site, and the site itself. */
import type {
  NewsMediaOrganizationLeaf,
  SearchActionLeaf,
  WebSiteLeaf,
  WithActionConstraints,
} from 'schema-dts';
import type { Frame } from '#lib/frame.ts';
import { absolute, homePath, pagePath, publicFile, searchPath } from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { type Edition, editions } from '#site.ts';

/** There is one publisher, whatever the edition. */
const organizationId = `${settings.mainUrl.href}#organization`;

export const websiteId = (edition: Edition): string => `${absolute(homePath(edition))}#website`;

/** The publisher, as every page names it. */
export const publisher = (edition: Edition) =>
  ({
    '@type': 'NewsMediaOrganization',
    '@id': organizationId,
    name: edition.siteName,
    url: settings.mainUrl.href,
    logo: { '@type': 'ImageObject', url: absolute(publicFile('favicon.svg')) },
  }) satisfies NewsMediaOrganizationLeaf;

/** The properties with which schema.org names a newsroom's policies and statements. */
const statements = [
  'actionableFeedbackPolicy',
  'correctionsPolicy',
  'diversityPolicy',
  'diversityStaffingReport',
  'ethicsPolicy',
  'masthead',
  'missionCoveragePrioritiesPolicy',
  'noBylinesPolicy',
  'ownershipFundingInfo',
  'publishingPrinciples',
  'unnamedSourcesPolicy',
  'verificationFactCheckingPolicy',
] as const satisfies (keyof NewsMediaOrganizationLeaf)[];

/** "corrections-policy" for correctionsPolicy: the name of the page that says it. */
const pageOf = (statement: string): string =>
  statement.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** The publisher with the policies for which the edition has a page, and with no others. */
export const organization = ({
  edition,
  pages,
}: Pick<Frame, 'edition' | 'pages'>): NewsMediaOrganizationLeaf => ({
  ...publisher(edition),
  alternateName: editions.filter(({ id }) => id !== edition.id).map(({ siteName }) => siteName),
  description: edition.tagline,
  ...Object.fromEntries(
    statements
      .filter((statement) => pages.some(({ slug }) => slug === pageOf(statement)))
      .map((statement) => [statement, absolute(pagePath(edition, pageOf(statement)))]),
  ),
});

export const website = (edition: Edition): WebSiteLeaf => ({
  '@type': 'WebSite',
  '@id': websiteId(edition),
  url: absolute(homePath(edition)),
  name: edition.siteName,
  description: edition.tagline,
  inLanguage: edition.lang,
  publisher: { '@id': organizationId },
  potentialAction: search(edition),
});

/** The search page reads its query from its address: src/lib/search-address.ts. */
const search = (edition: Edition): WithActionConstraints<SearchActionLeaf> => ({
  '@type': 'SearchAction',
  target: {
    '@type': 'EntryPoint',
    urlTemplate: `${absolute(searchPath(edition))}?q={search_term_string}`,
  },
  'query-input': 'required name=search_term_string',
});
