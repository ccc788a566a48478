/** What makes the files of a page: most are rendered here; cards and indexes come from threads of their own. */
import type { Card } from '#lib/card.ts';
import { pageSays } from '#lib/hosts/published-page.ts';
import type { SiteFile } from './kept-files.ts';
import { isCard, isRecords } from './page-kinds.ts';
import type { RecordList } from './search-worker.ts';
import type { SitePage } from './site-pages.ts';
import { threadOf } from './thread.ts';

export interface Makers {
  readonly filesOf: (page: SitePage) => Promise<SiteFile[]>;
  readonly end: () => Promise<void>;
}

/** What the page of a card is given. */
interface CardPage {
  readonly card: Card;
}

export function startMakers(): Makers {
  const press = threadOf<Card, Uint8Array>(new URL('./card-worker.ts', import.meta.url));
  const indexer = threadOf<RecordList, SiteFile[]>(new URL('./search-worker.ts', import.meta.url));
  // Nearly every build makes an index, and waits for it in the end.
  indexer.start();
  return {
    filesOf: async (page) => {
      if (isCard(page)) return [fileOf(page, await press.ask((page.given as CardPage).card))];
      const bytes = await page.render();
      if (isRecords(page)) return indexer.ask({ path: page.file, list: bytes });
      return [fileOf(page, bytes)];
    },
    end: async () => {
      await Promise.all([press.end(), indexer.end()]);
    },
  };
}

/** A page as a file, with what it says to hosts. */
export const fileOf = ({ file }: SitePage, bytes: Uint8Array): SiteFile => ({
  path: file,
  bytes,
  ...(file.endsWith('.html') && pageSays(Buffer.from(bytes).toString())),
});
