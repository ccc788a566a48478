import { expect, test } from 'vitest';
import { shareLinks, type SharePlace } from './share.ts';

const address = 'https://example.org/articles/harbour/';

const linkTo = (place: SharePlace, story: { title: string; address: string }): string =>
  shareLinks(story).find((link) => link.place === place)?.href ?? '';

test('a story can be shared by WhatsApp, Telegram and email, in this order', () => {
  expect(shareLinks({ title: 'Harbour', address }).map(({ place }) => place)).toEqual([
    'whatsapp',
    'telegram',
    'email',
  ]);
});

test.each([
  [
    'whatsapp',
    'https://wa.me/?text=Ships%20%26%20sails%3F%20100%25%20%231%20%2B%20a%3Db%20https%3A%2F%2Fexample.org%2Farticles%2Fharbour%2F',
  ],
  [
    'telegram',
    'https://t.me/share/url?url=https%3A%2F%2Fexample.org%2Farticles%2Fharbour%2F&text=Ships%20%26%20sails%3F%20100%25%20%231%20%2B%20a%3Db',
  ],
  [
    'email',
    'mailto:?subject=Ships%20%26%20sails%3F%20100%25%20%231%20%2B%20a%3Db&body=https%3A%2F%2Fexample.org%2Farticles%2Fharbour%2F',
  ],
] as const)('by %s, the signs of a headline stay inside the headline', (place, href) => {
  expect(linkTo(place, { title: 'Ships & sails? 100% #1 + a=b', address })).toBe(href);
});

test.each(['whatsapp', 'telegram', 'email'] as const)(
  'by %s, an Arabic headline and address can be read back',
  (place) => {
    const story = { title: 'ميناء غزة: «إلى أين؟»', address: 'https://example.org/ar/%D8%BA/?a=1' };
    const href = linkTo(place, story);
    expect(href).toMatch(/^[\x21-\x7e]+$/);
    expect(decodeURIComponent(href)).toContain(story.title);
    expect(decodeURIComponent(href)).toContain(story.address);
  },
);
