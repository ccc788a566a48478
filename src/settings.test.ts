import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';
import { site } from './site.ts';

const clock = new Date('2024-07-08T06:00:00Z');
const read = (environment: Record<string, string | undefined> = {}) =>
  readSettings(environment, clock);

test('nothing needs to be set', () => {
  const { siteUrl, contentDir, editionsDir, now } = read();
  expect(siteUrl.href).toBe(site.address);
  expect(contentDir).toBe('content');
  expect(editionsDir).toBe('editions');
  expect(now).toEqual(clock);
});

test('an empty value counts as none', () => {
  expect(read({ SITE_URL: '', CONTENT_DIR: '', SOURCE_DATE_EPOCH: '' })).toEqual(read());
});

describe('SITE_URL', () => {
  test.each([
    ['https://example.org/news/', 'https://example.org/news/'],
    ['https://example.org/news', 'https://example.org/news/'],
    ['https://example.org', 'https://example.org/'],
    ['http://localhost:4321', 'http://localhost:4321/'],
    ['https://example.org/a/b.c', 'https://example.org/a/b.c/'],
    ['https://example.org/أخبار', 'https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/'],
  ])('%s is read as %s', (written, address) => {
    expect(read({ SITE_URL: written }).siteUrl.href).toBe(address);
  });

  test.each([
    'example.org',
    '/news/',
    'https://',
    'ftp://example.org/',
    'mailto:desk@example.org',
    'javascript:alert(1)',
    'https://example.org/?edition=en',
    'https://example.org/#top',
    'https://example.org/?',
    'https://example.org//',
    'https://user:secret@example.org/',
  ])('%s stops with the name of the setting, the value and a cure', (value) => {
    expect(() => read({ SITE_URL: value })).toThrow(
      `SITE_URL is "${value}", which is not the address of a site. Give the whole public address`,
    );
  });
});

describe('a mirror', () => {
  const SITE_URL = 'https://example.org/news/';
  const MIRROR_URL = 'https://mirror.example/';

  test('stands at its own address, and names that of the site', () => {
    const { siteUrl, mainUrl, mirrorSince } = read({
      SITE_URL,
      MIRROR_URL,
      MIRROR_SINCE: '2024-07-08',
    });
    expect([siteUrl.href, mainUrl.href]).toEqual([MIRROR_URL, SITE_URL]);
    expect(mirrorSince).toBe('2024-07-08');
  });

  test('without one, both addresses are the same', () => {
    const { siteUrl, mainUrl, mirrorSince } = read({ SITE_URL });
    expect(siteUrl.href).toBe(mainUrl.href);
    expect(mirrorSince).toBeUndefined();
  });

  test.each([undefined, '2024-02-30', 'yesterday'])(
    'since %s stops with a cure',
    (MIRROR_SINCE) => {
      expect(() => read({ MIRROR_URL, MIRROR_SINCE })).toThrow(
        /^MIRROR_SINCE is ".*"\. Give the day/,
      );
    },
  );

  test('at no address stops with the name of the setting', () => {
    expect(() => read({ MIRROR_URL: 'mirror', MIRROR_SINCE: '2024-07-08' })).toThrow(
      'MIRROR_URL is',
    );
  });
});

test('PRECOMPRESS is yes or no', () => {
  expect(read({ PRECOMPRESS: 'yes' }).precompress).toBe(true);
  expect(read().precompress).toBe(false);
  expect(() => read({ PRECOMPRESS: '1' })).toThrow('PRECOMPRESS is "1". Write yes or no.');
});

describe('CONTENT_DIR', () => {
  test('is taken as it stands', () => {
    expect(read({ CONTENT_DIR: '/srv/words' }).contentDir).toBe('/srv/words');
    expect(read({ EDITIONS_DIR: '/srv/files' }).editionsDir).toBe('/srv/files');
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  test.each([
    ['0', '1970-01-01T00:00:00.000Z'],
    ['1720418400', '2024-07-08T06:00:00.000Z'],
  ])('%s seconds are %s, whatever the clock says', (seconds, instant) => {
    expect(read({ SOURCE_DATE_EPOCH: seconds }).now.toISOString()).toBe(instant);
  });

  test.each(['yesterday', '-1', '1.5', '1e3', '0x10', ' 1', '2024-07-08', '١', '9'.repeat(20)])(
    '%j stops with the name of the setting, the value and a cure',
    (value) => {
      expect(() => read({ SOURCE_DATE_EPOCH: value })).toThrow(
        `SOURCE_DATE_EPOCH is "${value}", which is no time. Give whole seconds`,
      );
    },
  );
});
