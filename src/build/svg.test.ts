import { expect, test } from 'vitest';
import { dangerInSvg } from './svg.ts';

const drawing = (inside: string, attributes = ''): Uint8Array =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" ${attributes}>${inside}</svg>`,
  );

test.each([
  '<title>Ships on the quay</title><desc>Four, only four.</desc>',
  '<style>.a { fill: url(#g) } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>',
  '<defs><circle id="d" r="2"/></defs><use href="#d" x="4"/><use xlink:href=\'#d\'/>',
  '<text direction="rtl" xml:lang="ar">أربع سفن</text>',
  '<text>one on two = 3</text>',
  '<linearGradient id="g"><stop offset="0"/></linearGradient><rect fill="url(#g)"/>',
  '<animate attributeName="x" to="4"/>',
])('a drawing may hold %s', (inside) => {
  expect(dangerInSvg(drawing(inside))).toBeUndefined();
});

test('a drawing may begin with an XML declaration', () => {
  expect(dangerInSvg(Buffer.from('<?xml version="1.0"?><svg/>'))).toBeUndefined();
});

test.each([
  '<script>alert(1)</script>',
  '<SCRIPT href="x"/>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
  '<rect onclick="alert(1)"/>',
  '<rect\nonload = "alert(1)"/>',
  '<rect x="1"onfocus="alert(1)"/>',
  '<a href="javascript:alert(1)"><text>x</text></a>',
  '<a href="&#x6a;avascript:alert(1)"><text>x</text></a>',
  '<a xlink:href="https://example.org/"><text>x</text></a>',
  '<image href="https://example.org/x.png"/>',
  '<image href="data:image/svg+xml,x"/>',
  '<use href="https://example.org/x.svg#d"/>',
  '<set attributeName="onmouseover" to="alert(1)"/>',
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<style>@import "https://example.org/x.css";</style>',
  '<style>.a { fill: url(https://example.org/x) }</style>',
  '<meta http-equiv="refresh" content="0; url=https://example.org/"/>',
  '<iframe src="x"/>',
])('a drawing may not hold %s', (inside) => {
  expect(dangerInSvg(drawing(inside))).toMatch(/\w/);
});

test.each([
  ['a handler on the root', drawing('', 'onload="alert(1)"')],
  [
    'an entity that hides what it stands for',
    Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>'),
  ],
  ['a foreign style sheet', Buffer.from('<?xml-stylesheet href="x.css"?><svg/>')],
])('a drawing may not have %s', (_what, bytes) => {
  expect(dangerInSvg(bytes)).toMatch(/\w/);
});

test('UTF-16 does not hide a script', () => {
  const hidden = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('<svg onload="alert(1)"/>', 'utf16le'),
  ]);
  expect(dangerInSvg(hidden)).toBe('text that is not UTF-8');
});
