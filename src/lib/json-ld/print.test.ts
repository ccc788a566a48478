import { expect, test } from 'vitest';
import { jsonLdText } from './print.ts';

const headline = '</script><!--<script>alert(1)//\u2028\u2029 & "quoted" \\';

test('nothing in a text can end the data block, and the text stays what it was', () => {
  const text = jsonLdText([{ '@type': 'NewsArticle', headline }]);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  expect(text).toContain('\\u003c/script>\\u003c!--\\u003cscript>');
  expect(JSON.parse(text)).toEqual([
    { '@context': 'https://schema.org', '@type': 'NewsArticle', headline },
  ]);
});

test('each thing brings its context', () => {
  const text = jsonLdText([{ '@type': 'WebPage' }, { '@type': 'ItemList' }]);
  expect(JSON.parse(text)).toEqual([
    { '@context': 'https://schema.org', '@type': 'WebPage' },
    { '@context': 'https://schema.org', '@type': 'ItemList' },
  ]);
});
