import { absolute, newsSitemapPath, sitemapPath } from './urls.ts';

/** Everything may be read (RFC 9309); a host's crawlers look for it at the root of the host only. */
export const robots = (): string => `User-agent: *
Allow: /

Sitemap: ${absolute(sitemapPath())}
Sitemap: ${absolute(newsSitemapPath())}
`;
