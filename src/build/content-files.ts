/** The files of the content folder, and what stands in it that should not. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { fileErrorInWords } from './file-errors.ts';
import { isPictureName } from './picture-names.ts';
import type { Problem } from './problems.ts';

export const kinds = ['articles', 'authors', 'comments', 'pages'] as const;
export type Kind = (typeof kinds)[number];

export interface ContentFiles {
  /** Paths of Markdown files from the folder of their kind, with `/`, in the order of their names. */
  readonly files: Readonly<Record<Kind, readonly string[]>>;
  readonly problems: readonly Problem[];
}

/** Notes on the folder, and what machines leave in it, do no harm anywhere. */
const harmless = /^(?:\..*|(?:README|LICEN[CS]E)(?:\.\w+)?|Thumbs\.db|desktop\.ini)$/;

const knownKinds = kinds.join(', ');

export async function listContent(contentDir: string): Promise<ContentFiles> {
  const files: Record<Kind, string[]> = { articles: [], authors: [], comments: [], pages: [] };
  const problems: Problem[] = [];
  const wrong = (path: string, message: string): void => {
    const file = join(contentDir, path).replaceAll('\\', '/');
    problems.push({ file, line: 1, column: 1, field: 'file', message });
  };

  async function walk(folder: string): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(join(contentDir, folder), { withFileTypes: true });
    } catch (error) {
      wrong(folder, `cannot be opened. ${fileErrorInWords(error) ?? String(error)}`);
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (harmless.test(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const message = misplaced(entry, path);
      if (message !== undefined) wrong(path, message);
      else if (entry.isDirectory()) await walk(path);
      else if (path.endsWith('.md')) {
        const [kind = '', ...rest] = path.split('/');
        files[kind as Kind].push(rest.join('/'));
      }
    }
  }

  await walk('');
  for (const kind of kinds) files[kind].sort();
  return { files, problems };
}

/** What is wrong with what stands at a path; undefined for folders, pictures, and Markdown in its place. */
function misplaced(entry: Dirent, path: string): string | undefined {
  const [kind = '', ...rest] = path.split('/');
  const isKnown = kinds.some((known) => known === kind);
  if (entry.isSymbolicLink()) {
    return 'is a symbolic link, which may lead out of the content folder. Put the file or folder itself here.';
  }
  if (entry.isDirectory()) {
    return isPictureName(path) || /\.(?:md|markdown|mdx|txt)$/i.test(path)
      ? 'is a folder with the name of a file. Rename the folder, or take it out.'
      : undefined;
  }
  if (!entry.isFile()) return 'is neither a file nor a folder. Take it out.';
  if (isPictureName(path)) return undefined;
  if (isKnown && rest.length === 0) {
    return `is a file, where the folder ${kind}/ should be. Rename the file, or take it out.`;
  }
  if (!isKnown) return strayMessage(kind, rest.length > 0);
  return path.endsWith('.md')
    ? undefined
    : 'is neither Markdown nor a picture. Give it the ending .md, or take it out.';
}

/** Outside the folders that are read, a story would wait for ever. */
function strayMessage(folder: string, isInFolder: boolean): string {
  if (!isInFolder)
    return `stands beside the folders ${knownKinds}. Move it into one, or take it out.`;
  const nearest = closest(folder.toLowerCase(), [...kinds]);
  return distance(folder.toLowerCase(), nearest) <= 2
    ? `stands in "${folder}", which is not read. Did you mean ${nearest}?`
    : `stands in "${folder}", which is not read. Move it into one of ${knownKinds}, or take it out.`;
}
