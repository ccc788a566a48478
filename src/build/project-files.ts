/** The files that the site's code is made of, to tell when it is other code. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

type Counts = (file: string) => boolean;
type Digests = ReadonlyMap<string, string>;

/** A digest of what stands around the code, of Node's version, and of the files of the code that count. */
export const projectDigest = async (counts: Counts): Promise<string> =>
  digestOfProject(await (known ??= readAll()), counts);

/** The same, of the files as they are by now. */
export const projectDigestNow = async (counts: Counts): Promise<string> =>
  digestOfProject(await readAll(), counts);

/** A digest of those files of the code that count, and of nothing around them. */
export const codeDigest = async (counts: Counts): Promise<string> =>
  digestOfFiles(await (known ??= readAll()), counts);

let known: Promise<Digests> | undefined;

const digestOfProject = (digests: Digests, counts: Counts): string =>
  digestOfText(
    process.version + digestOfFiles(digests, (file) => around.includes(file) || counts(file)),
  );

const digestOfFiles = (digests: Digests, counts: Counts): string =>
  digestOfText(
    [...digests]
      .filter(([file]) => counts(file))
      .map((pair) => pair.join(' '))
      .join('\n'),
  );

/** Thrown where the project itself keeps a build from being what it says. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}

/** Links are refused: a bundler follows them, and what they lead to could change unseen. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const link = entries.find(
    // Emacs marks a file that somebody is writing by a link.
    (entry) => entry.isSymbolicLink() && !entry.name.startsWith('.#'),
  );
  if (link) {
    throw new ProjectError(
      `${join(link.parentPath, link.name)} is a link to another place. Copy what it leads to there itself.`,
    );
  }
  return (await everyFile(folder)).map((file) => `${folder}/${file}`);
}

async function readAll(): Promise<Digests> {
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
