/** The cover of the book: the site's name and the day, in the look of its cards. */
import { longDate } from '#lib/dates.ts';
import { drawableText } from '#lib/card.ts';
import { fontFamily, loadTypesetter } from './card-fonts.ts';
import { colours } from './card-layout.ts';
import type { Copy } from './carried-page.ts';

/** Shops and readers ask for 1.6 to 1. */
const size = { width: 1000, height: 1600 } as const;

export async function drawCover({ edition, madeAt }: Copy): Promise<Uint8Array> {
  const { renderer, hasGlyph } = await loadTypesetter();
  const text = (words: string): string => drawableText(words, hasGlyph) ?? '';
  const block = { display: 'flex', flexDirection: 'column', flexShrink: 0 } as const;
  return renderer.render(
    {
      type: 'container',
      lang: edition.lang,
      dir: edition.dir,
      style: {
        ...block,
        justifyContent: 'space-between',
        ...size,
        padding: 96,
        backgroundColor: colours.paper,
        color: colours.ink,
        fontFamily: fontFamily[edition.dir],
      },
      children: [
        {
          type: 'container',
          style: block,
          children: [
            {
              type: 'text',
              text: text(edition.siteName),
              style: { fontSize: 120, fontWeight: 700, lineHeight: 1.25, textWrap: 'balance' },
            },
            {
              type: 'container',
              style: { height: 8, marginTop: 48, backgroundColor: colours.accent },
            },
            {
              type: 'text',
              text: text(edition.tagline),
              style: { marginTop: 48, color: colours.muted, fontSize: 46, lineHeight: 1.5 },
            },
          ],
        },
        {
          type: 'text',
          text: text(longDate(madeAt, edition)),
          style: { color: colours.accent, fontSize: 56, fontWeight: 700 },
        },
      ],
    },
    { ...size, format: 'png' },
  );
}
