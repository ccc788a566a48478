import type { MeasuredNode, Node } from '@takumi-rs/core';
import { type Card, cardSize, drawableText } from '#lib/card.ts';
import { fontFamily } from './card-fonts.ts';

/** The light colours of src/styles/tokens.css. */
export const colours = {
  paper: '#fffdf8',
  ink: '#1d1b16',
  muted: '#565143',
  accent: '#4a5716',
} as const;

const margin = 72;

/** Arabic letters are smaller and reach further up and down. */
const scales = {
  ltr: {
    headline: [104, 92, 84, 76, 68, 60, 54, 48, 42],
    leading: 1.13,
    tracking: '-0.012em',
    name: 38,
    label: 32,
    text: 40,
    textLeading: 1.35,
  },
  rtl: {
    headline: [102, 90, 82, 74, 66, 60, 54, 48, 42],
    leading: 1.42,
    tracking: '0',
    name: 40,
    label: 34,
    text: 42,
    textLeading: 1.65,
  },
} as const;

type Style = NonNullable<Node['style']>;

const column: Style = { display: 'flex', flexDirection: 'column', flexShrink: 0 };

const line = (text: string | undefined, style: Style): Node[] =>
  text === undefined ? [] : [{ type: 'text', text, style: { flexShrink: 0, ...style } }];

/** A card of which only the letters are left that can be drawn. */
type DrawnCard = Omit<Card, 'headline'> & { readonly headline: string | undefined };

function layout(card: DrawnCard, size: number, wrap: 'normal' | 'anywhere' = 'normal'): Node {
  const { siteName, label, headline, text, date, lang, dir } = card;
  const scale = scales[dir];
  return {
    type: 'container',
    lang,
    dir,
    style: {
      ...column,
      justifyContent: 'space-between',
      gap: 28,
      width: cardSize.width,
      height: cardSize.height,
      padding: margin,
      backgroundColor: colours.paper,
      color: colours.ink,
      fontFamily: fontFamily[dir],
    },
    children: [
      {
        type: 'container',
        style: column,
        children: [
          {
            type: 'container',
            style: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' },
            children: [
              ...line(siteName, { flexShrink: 1, fontSize: scale.name, fontWeight: 700 }),
              ...line(date, { color: colours.muted, fontSize: scale.label }),
            ],
          },
          {
            type: 'container',
            style: { height: 4, marginTop: 20, backgroundColor: colours.accent },
          },
        ],
      },
      {
        type: 'container',
        style: column,
        children: [
          ...line(label, {
            marginBottom: 8,
            color: colours.accent,
            fontSize: scale.label,
            fontWeight: 700,
          }),
          ...line(headline, {
            fontSize: size,
            fontWeight: 700,
            letterSpacing: scale.tracking,
            lineHeight: scale.leading,
            overflowWrap: wrap,
            textWrap: 'balance',
          }),
          ...line(text, {
            marginTop: 20,
            color: colours.muted,
            fontSize: scale.text,
            lineHeight: scale.textLeading,
            textWrap: 'balance',
          }),
        ],
      },
    ],
  };
}

export interface Layouts {
  /** Best first: the headline in smaller and smaller type, then broken inside its words. */
  readonly preferred: readonly Node[];
  /** Where none of them fits, or letters are missing: without the headline, which is never cut short. */
  readonly lastResort: Node;
}

export function layoutsOf(card: Card, hasGlyph: (codePoint: number) => boolean): Layouts {
  const draw = (text = ''): string | undefined => drawableText(text, hasGlyph);
  const [siteName, label, headline] = [draw(card.siteName), draw(card.label), draw(card.headline)];
  const drawn = {
    ...card,
    siteName,
    label,
    headline,
    text: draw(card.text),
    date: draw(card.date),
  };
  const sizes = scales[card.dir].headline;
  const smallest = Math.min(...sizes);
  return {
    preferred:
      headline === undefined
        ? []
        : [...sizes.map((size) => layout(drawn, size)), layout(drawn, smallest, 'anywhere')],
    lastResort: layout({ ...drawn, headline: label, label: undefined, text: undefined }, sizes[0]),
  };
}

/** How far a line may reach into the margin: as far as the space at its end, which shows nothing. */
export const hang = 24;

/** Whether all that was measured stands inside the margins. */
export function fits({ children }: MeasuredNode): boolean {
  const lowest = Math.max(...children.map(({ height, transform }) => transform[5] + height));
  return lowest <= cardSize.height - margin && children.every(isInside);
}

function isInside({ transform, runs, children }: MeasuredNode): boolean {
  const start = transform[4];
  return (
    runs.every(
      ({ x, width }) =>
        start + x >= margin - hang && start + x + width <= cardSize.width - margin + hang,
    ) && children.every(isInside)
  );
}
