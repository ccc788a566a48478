import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { pagesOf } from './site-files.ts';

const sites = inject('sites');

const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // A headline may have 120 characters; "Text version" and the name of the site follow it.
      'long-title': ['error', { maxlength: 170 }],
      // Safari takes a list without marks for layout, unless it is told. ESLint minds all other roles.
      'no-redundant-role': 'off',
    },
  }),
);

test.each([
  ['the fixture', sites.fixture],
  ['the site itself', sites.launch],
])('every page of %s is valid HTML', async (_name, site) => {
  const report = await validator.validateMultipleFiles(
    pagesOf(site).map((file) => join(site, file)),
  );
  const messages = report.results.flatMap(({ filePath, messages: found }) =>
    found.map(
      ({ line, column, ruleId, message }) => `${filePath}:${line}:${column} ${ruleId} ${message}`,
    ),
  );
  expect(messages.slice(0, 20)).toEqual([]);
});
