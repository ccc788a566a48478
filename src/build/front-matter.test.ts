import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { checkFields } from './check-fields.ts';
import { readSource } from './front-matter.ts';
import { formatProblems } from './problems.ts';

const read = (text: string) => readSource('a.md', text);

/** The one problem that a text has, as an editor reads it. */
function problemOf(text: string): string {
  const { problems } = read(text);
  expect(problems).toHaveLength(1);
  return formatProblems(problems);
}

describe('a file is taken apart', () => {
  test('into fields and a body', () => {
    const source = read('---\ntitle: Four ships\n---\nFour *ships*.\n');
    expect(source).toMatchObject({ file: 'a.md', problems: [], body: 'Four *ships*.\n' });
    expect(source.fields).toEqual({ title: 'Four ships' });
  });

  test.each([
    ['nothing', ''],
    ['an empty line', '\nText\n'],
    ['a line across', 'Text\n\n---\n\nMore\n'],
    ['another front matter', '---\ntitle: Other\n---\n'],
  ])('whose body is %s', (_what, body) => {
    const source = read(`---\ntitle: Four ships\n---\n${body}`);
    expect(source).toMatchObject({ problems: [], fields: { title: 'Four ships' }, body });
  });

  test('also when it ends with its front matter, without a line break', () => {
    expect(read('---\ntitle: Four ships\n---')).toMatchObject({ problems: [], body: '' });
  });

  test('also when blanks follow the lines around the front matter', () => {
    expect(read('--- \t\ntitle: Four ships\n---\t \nText')).toMatchObject({
      problems: [],
      fields: { title: 'Four ships' },
      body: 'Text',
    });
  });

  test('also with the line ends of Windows, which no value and no field carries', () => {
    const source = read('---\r\ntitle: Four ships\r\nlist:\r\n  - a\r\n---\r\nText\r\n');
    expect(source.problems).toEqual([]);
    expect(source.fields).toEqual({ title: 'Four ships', list: ['a'] });
    expect(source.body).toBe('Text\r\n');
  });

  test('three hyphens within a value do not end the front matter', () => {
    const source = read('---\ntitle: >\n  Four\n  ---\n  ships\n---\nText');
    expect(source).toMatchObject({ fields: { title: 'Four --- ships\n' }, body: 'Text' });
  });
});

describe('values are what was written', () => {
  test.each([
    ['2024-07-08', '2024-07-08'],
    ['2024-02-30', '2024-02-30'],
    ['2024-07-08T09:00:00+03:00', '2024-07-08T09:00:00+03:00'],
    ['2024-07-08 09:00:00', '2024-07-08 09:00:00'],
    ['12:30:45', '12:30:45'],
    ['yes', 'yes'],
    ['on', 'on'],
    ['NO', 'NO'],
    ['1_000', '1_000'],
    ['<<', '<<'],
    ['"true"', 'true'],
    ['true', true],
    ['4', 4],
    ['', null],
    ['[a, b]', ['a', 'b']],
    ['{ a: b }', { a: 'b' }],
  ])('%s', (written, value) => {
    expect(read(`---\nfield: ${written}\n---\n`).fields).toEqual({ field: value });
  });

  test('two keys cannot be merged into one by <<', () => {
    expect(read('---\n<<: { title: a }\n---\n').fields).toEqual({ '<<': { title: 'a' } });
  });
});

describe('a file is refused', () => {
  const noFrontMatter =
    'a.md:1:1 file: has no front matter. Begin the file with a line "---", the fields, and a line "---".';

  test.each(['', ' ', '\n\n', '\r\n\t\n', '\uFEFF'])('that is empty: %j', (text) => {
    expect(problemOf(text)).toBe('a.md:1:1 file: is empty. Write the story, or delete the file.');
  });

  test.each([
    ['begins with text', 'Four ships.\n'],
    ['begins with text above its front matter', 'Four ships.\n---\ntitle: a\n---\n'],
    ['begins with an empty line', '\n---\ntitle: a\n---\n'],
    ['begins with a blank', ' ---\ntitle: a\n---\n'],
    ['begins with four hyphens', '----\ntitle: a\n---\n'],
    ['does not end its front matter', '---\ntitle: a\n'],
    ['ends its front matter with other text', '---\ntitle: a\n--- end\n'],
    ['has the line ends of old Macs', '---\rtitle: a\r---\r'],
  ])('that %s', (_what, text) => {
    expect(problemOf(text)).toBe(noFrontMatter);
    expect(read(text)).toMatchObject({ fields: {}, body: '' });
  });

  test.each([
    ['nothing', ''],
    ['an empty line', '\n'],
    ['a remark', '# title: a\n'],
    ['a list', '- title\n'],
    ['plain text', 'Four ships\n'],
  ])('whose front matter is %s', (_what, yaml) => {
    expect(problemOf(`---\n${yaml}---\nText`)).toBe(
      'a.md:2:1 file: has front matter without fields. Write each as "name: value".',
    );
  });

  const cure = 'Mend the front matter here, or put the value in quotation marks.';
  const twice = 'names this field twice. Delete one of the two.';

  test.each([
    ['that stands twice', 'title: a\ntitle: b\n', '3:1', twice],
    [
      'that stands twice, the second time in quotation marks',
      'title: a\nkicker: b\n"title": c\n',
      '4:1',
      twice,
    ],
    ['that stands twice inside another', 'image:\n  src: a\n  src: b\n', '4:3', twice],
    [
      'with a colon in its value',
      'kicker: a\ntitle: Gaza: four ships\n',
      '3:8',
      'has a second ": " in a value. Put the value in quotation marks.',
    ],
    [
      'that begins with @',
      'title: @ships\n',
      '2:8',
      `Plain value cannot start with reserved character @. ${cure}`,
    ],
    ['that is indented by a tab', 'image:\n\tsrc: a\n', '3:1', 'is indented by a tab. Use blanks.'],
    [
      'that begins with &',
      'title: &a Four ships\n',
      '2:11',
      'holds a value that begins with "&". Put it in quotation marks.',
    ],
    [
      'that begins with !',
      'title: a\nkicker: !news Four ships\n',
      '3:15',
      'holds a value that begins with "!". Put it in quotation marks.',
    ],
    [
      'that begins with !!js/function',
      'title: !!js/function "x"\n',
      '2:22',
      'holds a value that begins with "!". Put it in quotation marks.',
    ],
    ['whose name is a list', '? [a, b]\n: x\n', '2:3', 'has no name here. Write "name: value".'],
    ['whose name is a field', '{ a: b }: x\n', '2:1', 'has no name here. Write "name: value".'],
    [
      'that is nested without end',
      `title: ${'['.repeat(5000)}\n`,
      '2',
      'is nested too deeply. Write lists and fields as the other stories do.',
    ],
  ])('for a field %s', (_what, yaml, place, message) => {
    const problem = problemOf(`---\n${yaml}---\nText`);
    expect(problem).toContain(`a.md:${place}`);
    expect(problem).toMatch(/^a\.md:\d+:\d+ file: /);
    expect(problem.endsWith(` file: ${message}`)).toBe(true);
  });

  test('that has more fields than a story can have', () => {
    expect(problemOf(`---\ntitle: ${'a'.repeat(200_001)}\n---\nText`)).toBe(
      'a.md:2:1 file: has more than 200000 characters of fields. Move what is story below the second "---".',
    );
  });

  test.each([
    ['a quotation mark', 'title: "Four ships\n'],
    ['a bracket', 'authors: [ada\n'],
  ])('for %s that is not closed', (_what, yaml) => {
    expect(problemOf(`---\n${yaml}---\nText`)).toContain(cure);
  });

  test('the place of a mistake is the same with the line ends of Windows', () => {
    const text = '---\nkicker: a\ntitle: Gaza: four ships\n---\nText';
    expect(problemOf(text.replaceAll('\n', '\r\n'))).toBe(problemOf(text));
  });

  test.each([
    ['a line --- with text', 'title: a\n--- b\ntitle: c\n', '3:1'],
    ['a line of three dots', 'title: a\n...\ntitle: c\n', '4:1'],
  ])('for a second YAML document after %s', (_what, yaml, place) => {
    expect(problemOf(`---\n${yaml}---\nText`)).toMatch(
      `a.md:${place} file: has two sets of fields. Join them`,
    );
  });

  test.each([
    ['title: &a Four ships\nkicker: *a\n'],
    ['a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n'],
    ['title: &a [*a]\n'],
    ['title: *unknown\n'],
    ['<<: *unknown\n'],
  ])('for an alias: %j', (yaml) => {
    const { problems, fields } = read(`---\n${yaml}---\nText`);
    expect(problems).toHaveLength(1);
    expect(fields).toEqual({});
  });

  test('for an alias with the cure', () => {
    expect(problemOf('---\ntitle: &a Four ships\nkicker: *a\n---\n')).toMatch(
      /^a\.md:\d:\d+ file: uses a YAML alias \(a value that begins with \*\)\. Write the value out\.$/,
    );
  });

  test('and each of its problems stands at its first line', () => {
    const source = read('Four ships.\n');
    expect(formatProblems([source.problemAt(['title'], 'is bad.')])).toBe(
      'a.md:1:1 title: is bad.',
    );
    expect(formatProblems([source.problemAt([], 'is bad.')])).toBe('a.md:1:1 file: is bad.');
    expect(formatProblems([source.problemInBody(5, 'is bad.')])).toBe('a.md:1:1 body: is bad.');
  });
});

test('a byte-order mark is never read as part of a field', () => {
  const source = read('\uFEFF---\ntitle: Four ships\n---\nText');
  expect(source.problems.length > 0 || source.body === 'Text').toBe(true);
  expect(Object.keys(source.fields as object).filter((name) => name !== 'title')).toEqual([]);
});

describe('a problem stands', () => {
  const yaml = [
    'title: Four ships', // line 2
    'image:',
    '  src: ./a.png',
    '  alt: ""',
    'authors: [ada, ben]',
    'sources:', // line 7
    '  - title: One',
    '    url: a',
    '  - title: Two',
    '"quoted": a', // line 11
  ].join('\n');
  const text = `---\n${yaml}\n---\nText\n`;

  const cases: [string, (string | number)[], string][] = [
    ['at its field', ['title'], '2:1 title'],
    ['at a field in a field', ['image', 'alt'], '5:3 image.alt'],
    ['at an item of a list in one line', ['authors', 1], '6:16 authors.1'],
    ['at an item of a list of lines', ['sources', 1], '10:5 sources.1'],
    ['at a field of an item', ['sources', 0, 'url'], '9:5 sources.0.url'],
    ['at a field in quotation marks', ['quoted'], '11:1 quoted'],
    ['at the parent of a field that is not there', ['image', 'credit'], '3:1 image.credit'],
    ['at the item whose field is not there', ['sources', 1, 'url'], '10:5 sources.1.url'],
    ['at the list whose item is not there', ['authors', 7], '6:1 authors.7'],
    ['at the first field, when its own is not there', ['kicker'], '2:1 kicker'],
    ['at the first field, when it is about the file', [], '2:1 file'],
    ['at a field below one that holds plain text', ['title', 'a', 'b'], '2:1 title.a.b'],
  ];

  test.each(cases)('%s', (_where, path, place) => {
    expect(formatProblems([read(text).problemAt(path, 'is bad.')])).toBe(`a.md:${place}: is bad.`);
  });

  test.each(cases)('%s, with the line ends of Windows', (_where, path, place) => {
    const source = read(text.replaceAll('\n', '\r\n'));
    expect(formatProblems([source.problemAt(path, 'is bad.')])).toBe(`a.md:${place}: is bad.`);
  });
});

describe('a problem in the body stands', () => {
  const head = '---\ntitle: a\nkicker: b\n---\n';
  const body = 'First.\n\nمرحبا ship\n';

  test.each([
    ['at its first line', 0, '5:1'],
    ['in its first line', 3, '5:4'],
    ['in a line below', body.indexOf('ship'), '7:7'],
    ['behind its last line', body.length, '8:1'],
  ])('%s', (_where, offset, place) => {
    const problem = read(head + body).problemInBody(offset, 'is bad.');
    expect(formatProblems([problem])).toBe(`a.md:${place} body: is bad.`);
  });

  test('in the same place with the line ends of Windows', () => {
    const source = read((head + body).replaceAll('\n', '\r\n'));
    const problem = source.problemInBody(source.body.indexOf('ship'), 'is bad.');
    expect(formatProblems([problem])).toBe('a.md:7:7 body: is bad.');
  });
});

describe('fields are held against a schema', () => {
  const schema = z.strictObject({
    title: z.string({ error: 'is not text. Quote it.' }),
    authors: z.array(z.string({ error: 'is not text. Quote it.' })).default([]),
    image: z.strictObject({ src: z.string() }).optional(),
  });

  const check = (yaml: string) => checkFields(read(`---\n${yaml}\n---\n`), schema);
  const told = (yaml: string): string[] => formatProblems(check(yaml).problems).split('\n');

  test('and come out typed, with their defaults', () => {
    const fields = { title: 'a', authors: [] };
    expect(check('title: a')).toEqual({ fields, parts: fields, problems: [] });
  });

  test('what is right comes out beside what is wrong', () => {
    expect(check('title: 4\nauthors: [ada]').parts).toEqual({ authors: ['ada'] });
  });

  test('a wrong value is told where it stands, and no fields come out', () => {
    expect(check('title: 4').fields).toBeUndefined();
    expect(told('authors: []\ntitle: 4')).toEqual(['a.md:3:1 title: is not text. Quote it.']);
  });

  test('every wrong value is told', () => {
    expect(told('title: 4\nauthors:\n  - ada\n  - 5\n  - 6')).toEqual([
      'a.md:2:1 title: is not text. Quote it.',
      'a.md:5:5 authors.1: is not text. Quote it.',
      'a.md:6:5 authors.2: is not text. Quote it.',
    ]);
  });

  const unknown = 'is no field of this kind of file. Correct its spelling or delete the line.';

  test('every unknown field is told, also one inside another', () => {
    expect(told('title: a\nkiker: b\nimage:\n  src: c\n  atl: d\nTitle: e')).toEqual([
      `a.md:3:1 kiker: ${unknown}`,
      `a.md:6:3 image.atl: ${unknown}`,
      'a.md:7:1 Title: is no field of this kind of file. Did you mean title?',
    ]);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'the field %s is as unknown as others',
    (name) => {
      expect(told(`title: a\n${name}: b`)).toEqual([`a.md:3:1 ${name}: ${unknown}`]);
    },
  );

  test('no field comes from what __proto__ holds, and no other object gets any', () => {
    expect(told('__proto__:\n  title: a')).toEqual([
      'a.md:2:1 title: is not text. Quote it.',
      `a.md:2:1 __proto__: ${unknown}`,
    ]);
    expect(({} as { title?: unknown }).title).toBeUndefined();
  });
});
