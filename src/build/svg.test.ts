import { expect, test } from 'vitest';
import { dangerInSvg } from './svg.ts';

const drawing = (inside: string, attributes = ''): Uint8Array =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" ${attributes}>${inside}</svg>`,
  );

test.each([
  '<title>Ships on the quay</title><desc>Four, only four.</desc>',
  '<style>.a { fill: url(#g) } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>',
  '<defs><circle id="d" r="2"/></defs><use href="#d" x="4"/><use href=\'#d\'/>',
  '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#d"/><circle id="d" r="2"/>',
  '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x xmlns="http://creativecommons.org/ns#"/></rdf:RDF></metadata>',
  '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="C:\\x" aria-label="a\\b"/>',
  '<style><![CDATA[.a > .b { fill: red }]]></style>',
  '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url( \'#f\' )"/>',
  '<text direction="rtl" xml:lang="ar">أربع سفن</text>',
  '<text>one on two = 3</text>',
  '<linearGradient id="g"><stop offset="0"/></linearGradient><rect fill="url(#g)"/>',
])('a drawing may hold %s', (inside) => {
  expect(dangerInSvg(drawing(inside))).toBeUndefined();
});

test.each([
  '<?xml version="1.0"?>',
  "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n<!-- Drawn by hand -->",
  '\ufeff<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
])('a drawing may begin with %s', (start) => {
  expect(dangerInSvg(Buffer.from(`${start}<svg xmlns="http://www.w3.org/2000/svg"/>`))).toBe(
    undefined,
  );
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
  '<a href="#here"><text>x</text></a>',
  '<animate attributeName="x" to="4"/>',
  '<animate attributeName="x" values="&#106;avascript:alert(1)"/>',
  '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
  '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>',
  '<metadata><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></metadata>',
  '<x xmlns="http://www.mozilla.org/xbl"/>',
  '<math xmlns="http://www.w3.org/1998/Math/MathML"/>',
  '<handler xmlns="http://www.w3.org/2001/xml-events" type="load">alert(1)</handler>',
  '<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>',
  '<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="\n javascript:alert(1)"/>',
  '<use href=" #d"/>',
  '<use href="&#x68;ttps://example.org/x.svg#d"/>',
  '<g xml:base="https://example.org/"/>',
  '<rect fill="&#117;rl(https://example.org/x)"/>',
  '<rect fill="u\\72l(https://example.org/x)"/>',
  '<rect style="mask-image: image-set(\'https://example.org/x\' 1x)"/>',
  '<rect style="cursor: url( \'https://example.org/x\' )"/>',
  '<style>@im<!-- -->port "x"; @<![CDATA[import]]> "https://example.org/x.css";</style>',
  '<style>.a { fill: &#117;rl(//example.org/x) }</style>',
  '<style>.a { fill: ur<![CDATA[l(//example.org/x)]]> }</style>',
  '<feImage href="#d"/>',
  '<video xmlns="http://www.w3.org/1999/xhtml" src="x"/>',
  '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
  '<g id="a"><path/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>',
  '<g>',
  '</g>',
  '<g a="1" a="2"/>',
  '<unbound:g/>',
  '&nbsp;',
  '<g a=1/>',
  '\u0000',
])('a drawing may not hold %s', (inside) => {
  expect(dangerInSvg(drawing(inside))).toMatch(/\w/);
});

test.each([
  ['a handler on the root', drawing('', 'onload="alert(1)"')],
  [
    'an entity that hides what it stands for',
    Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>'),
  ],
  [
    'an entity of many',
    Buffer.from('<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY b "c">]><svg>&a;</svg>'),
  ],
  ['a foreign style sheet', Buffer.from('<?xml-stylesheet href="x.css"?><svg/>')],
  ['no namespace', Buffer.from('<svg viewBox="0 0 4 3"/>')],
  ['another root', Buffer.from('<g xmlns="http://www.w3.org/2000/svg"><svg/></g>')],
  ['another encoding', Buffer.from('<?xml version="1.0" encoding="UTF-7"?><svg/>')],
  ['another version', Buffer.from('<?xml version="1.1"?><svg/>')],
  ['a second root', Buffer.concat([drawing(''), drawing('')])],
  ['nothing', Buffer.from('')],
  ['depth without end', drawing('<g>'.repeat(200) + '</g>'.repeat(200))],
  ['text before it', Buffer.from('<html><script>alert(1)</script></html>')],
  ['the bytes of gzip', Buffer.from([0x1f, 0x8b, 0x08, 0, 0])],
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
