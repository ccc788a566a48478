import { filesOf, OpenPage, pagesOf } from './site-files.ts';

/** Addresses and anchors on a page that lead nowhere, and own addresses written whole. */
export function brokenLinks(site: string, base: string): string[] {
  const files = new Set(filesOf(site));
  const pages = new Map<string, { page: OpenPage; ids: Set<unknown> }>();
  const open = (file: string) => {
    const known = pages.get(file);
    if (known) return known;
    const page = new OpenPage(site, `/${file}`);
    const opened = {
      page,
      ids: new Set(page.all('[id]').map(({ properties }) => properties.id)),
    };
    pages.set(file, opened);
    return opened;
  };
  const broken: string[] = [];
  for (const file of pagesOf(site)) {
    const here = `https://site.example${base}${file.replace(/index\.html$/, '')}`;
    for (const element of open(file).page.all('[href], [src]')) {
      const { href, src, rel } = element.properties;
      const address = String(href ?? src);
      if (element.tagName === 'link' && /canonical|alternate/.test(String(rel))) continue;
      const url = new URL(address, here);
      if (url.host !== 'site.example') continue;
      const path = decodeURIComponent(url.pathname);
      const target = path.slice(base.length) + (path.endsWith('/') ? 'index.html' : '');
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!path.startsWith(base) || !files.has(target)) broken.push(`${file}: ${address}`);
      else if (anchor !== '' && !open(target).ids.has(anchor)) broken.push(`${file}: ${address}`);
    }
  }
  return broken;
}
