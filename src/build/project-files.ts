/** The files that the site's code is made of, to tell when it is other code. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { digestOfText } from './digest.ts';
import { everyFile } from './walk.ts';

/** What stands around the code; the last one says what is installed. */
const around = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'node_modules/.package-lock.json',
];

/** A digest of what stands around the code, of Node's version, and of the files of the code that count. */
export async function projectDigest(counts: (file: string) => boolean): Promise<string> {
  const digests = await (known ??= readAll());
  const those = [...digests].filter(([file]) => around.includes(file) || counts(file));
  return digestOfText([process.version, ...those.map((pair) => pair.join(' '))].join('\n'));
}

let known: Promise<Map<string, string>> | undefined;

const filesIn = async (folder: string): Promise<string[]> =>
  (await everyFile(folder)).map((file) => `${folder}/${file}`);

async function readAll(): Promise<Map<string, string>> {
  const files = [
    ...around.filter((file) => existsSync(file)),
    // Vite reads these.
    ...(await readdir('.')).filter((name) => name.startsWith('.env')).sort(),
    ...(await filesIn('src')).filter((file) => !file.endsWith('.test.ts')),
    // public/ may hold a hidden folder, .well-known.
    ...(await filesIn('public')),
  ];
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, digestOfText(await readFile(file))] as const),
    ),
  );
}

/** The code that content is read with, and what it may import: docs/house.md. */
export const isOfReading = (file: string): boolean =>
  /^src\/(?:(?:build|i18n|lib|markdown)\/|(?:data\/schema|settings|site)\.ts$)/.test(file);

/** The code that draws cards. */
export const isOfCards = (file: string): boolean =>
  /^src\/(?:build\/(?:cards|card-[a-z]+)|lib\/card)\.ts$/.test(file);
