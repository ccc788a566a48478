/** What w3m and lynx show of each kind of page, first to last. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

const { fixture } = inject('sites');

const browsers = {
  w3m: ['-dump', '-cols', '200', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8'],
  lynx: ['-dump', '-nolist', '-width=200', '-assume_charset=utf-8', '-display_charset=utf-8'],
};

const read = (browser: keyof typeof browsers, page: string): string =>
  execFileSync(
    browser,
    [...browsers[browser], join(fixture, page, page.endsWith('.html') ? '' : 'index.html')],
    {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  ).replaceAll(/\s+/g, ' ');

/** What must be there, in this order. */
const pages: readonly (readonly [page: string, marks: string])[] = [
  [
    '',
    'Skip to content|Gaza & Palestine News|Edition of|Search|Text version|World|Archive|A harbour, a <market>|Everything that|9 July 2024|A story without comments|World|About',
  ],
  [
    'world',
    'Skip to content|Gaza & Palestine News|Text version|World|Capitals, courts|Archive story|Page 1 of 3|Older stories|About',
  ],
  [
    'articles/everything',
    'Skip to content|Text version|Offer|A harbour, a <market> & 3 "bridges"|Everything that|Palestine News|By Ada Test and Ben Test, Testville|Published 9 July 2024|Updated|Ships rose from 3 to 5.|Ships in the harbour.|Picture:|The first paragraph|Ships|Year|2023|2024|counted|Ships, again|Five ships|A quotation.|Counted at noon|Clarification|Sources|Harbour register|Topics|Share|See more|2 Comments|Post a Comment|About',
  ],
  [
    'articles/quiet',
    'Skip to content|A story without comments|This picture may distress|Picture: Test desk|One paragraph.|See more',
  ],
  ['topics', 'Skip to content|All topics|archive|olive oil|About'],
  ['topics/archive', 'Topics|archive|Archive story|About'],
  ['authors/ada', 'Ada Test|A harbour, a <market>|About'],
  ['archive', 'Archive|2024|July 2024|2023|About'],
  ['archive/2024/07', 'July 2024|20 July 2024|A story without comments|About'],
  ['corrections', 'Corrections|A harbour|Clarification|northern one|About'],
  ['search', 'Search|About'],
  ['feeds', 'Feeds|All stories|RSS|Atom|JSON Feed|World|Corrections|About'],
  ['editions', 'Editions to carry|This site as files|About'],
  ['offline', 'Read without a network|Stories on this device|About'],
  ['404.html', 'This page is not here|Home|Archive|Search|Newest stories|A plain story|About'],
  ['about', 'Skip to content|About|About'],
  [
    'text',
    'Skip to content|Gaza & Palestine News, Text version|Edition of|Full version, with pictures|Gaza News|World|A harbour, a <market>|Newest stories|About',
  ],
  [
    'text/world/2',
    'Text version|Full version|World|Archive story|Newer stories|Page 2 of 3|Older stories',
  ],
  [
    'text/articles/everything',
    'Skip to content|Text version|Full version, with pictures|العربية|Gaza News|Offer|A harbour|Palestine News|By Ada Test and Ben Test|Published|Updated|[The picture shows: Ships rose from 3 to 5.]|Ships in the harbour.|The first paragraph|Year|2023|[The picture shows: Ships rose from 3 to 5.]|Ships, again|Five ships|Clarification|Sources|Topics|Share|See more|2 Comments|Post a Comment|About',
  ],
  ['text/articles/quiet', '[The picture shows: A wounded quay.]|Picture: Test desk|One paragraph.'],
  ['ar', 'انتقل إلى المحتوى|أخبار غزة وفلسطين|عدد يوم|البحث|النسخة النصية|العالم|أحدث المقالات'],
  ['ar/world/2', 'انتقل إلى المحتوى|النسخة النصية|العالم|مقالات أحدث|الصفحة 2'],
  [
    'ar/articles/everything',
    'انتقل إلى المحتوى|النسخة النصية|نُشر في|حُدّث في|المصادر|اقرأ أيضًا|3 تعليقات|أضف تعليقًا',
  ],
  [
    'ar/text/articles/everything',
    'انتقل إلى المحتوى|النسخة النصية|النسخة الكاملة بالصور|نُشر في|المصادر|اقرأ أيضًا|3 تعليقات|أضف تعليقًا',
  ],
];

describe.each(['w3m', 'lynx'] as const)('in %s', (browser) => {
  test.each(pages)('/%s reads in its order', (page, marks) => {
    const text = read(browser, page);
    let from = 0;
    for (const mark of marks.split('|')) {
      const found = text.indexOf(mark, from);
      expect(found, `"${mark}" after: ${text.slice(0, from).slice(-60)}`).toBeGreaterThanOrEqual(0);
      from = found + mark.length;
    }
  });

  test.each([
    ['offline', /network cannot be reached|No story is kept|Try again|Delete/],
    ['ar/offline', /تعذّر الوصول|لا مقالات محفوظة|حاول مرة أخرى|احذف/],
  ])('/%s says nothing that is true only without a network', (page, untrue) => {
    expect(read(browser, page)).not.toMatch(untrue);
  });
});
