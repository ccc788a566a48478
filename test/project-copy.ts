import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild } from './build-site.ts';
import { copyFixture } from './fixture-content.ts';

const root = join(import.meta.dirname, '..');
const parts = ['src', 'tools', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** A copy of the project with the fixture as its content, to change and to build. */
export interface ProjectCopy {
  readonly folder: string;
  /** Replaces text in a file; the text must be there. */
  readonly change: (file: string, from: string, to: string) => Promise<void>;
  /** Builds it, and says where the site is. */
  readonly build: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function copyProject(): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'project-copy-'));
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await linkModules(folder);
  await copyFixture(join(folder, 'content'));
  return {
    folder,
    change: async (file, from, to) => {
      const text = await readFile(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
      await writeFile(join(folder, file), text.replace(from, to));
    },
    build: async () => {
      const site = join(folder, 'dist');
      const { code, output } = await runBuild(site, { SOURCE_DATE_EPOCH: '1725192000' }, folder);
      if (code !== 0) throw new Error(output);
      return site;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The same packages, and a cache of its own. */
async function linkModules(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name === '.cache') continue;
    await symlink(
      join(root, 'node_modules', name),
      join(folder, 'node_modules', name),
      name.startsWith('.package') ? 'file' : 'junction',
    );
  }
}
