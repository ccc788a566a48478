/** A copy of the project to change at will, where each build is held against one that had nothing to go by. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomOf } from '#lib/random.ts';
import { runBuild } from './build-site.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { type Desk, editAtRandom, write } from './random-edits.ts';
import { contentsOf } from './site-files.ts';

export interface Workshop {
  readonly desk: Desk;
  readonly project: ProjectCopy;
  /** Settings of the next build. */
  readonly settings: Record<string, string>;
  /** Makes so many edits and tells them. */
  readonly edit: (count: number) => Promise<string>;
  /**
   * Builds with what is kept, and without; says in which files the two differ, and what was printed. With `--cold`, the
   * other has no templates and photographs to go by either.
   */
  readonly build: (
    ...flags: readonly '--cold'[]
  ) => Promise<{ readonly different: readonly string[]; readonly output: string }>;
  /** The files of the cache whose path fits. */
  readonly kept: (pattern: RegExp) => Promise<readonly string[]>;
}

/** Noon on 1 September 2024, UTC. */
const began = 1_725_192_000;

export async function openWorkshop(seed: number): Promise<Workshop> {
  const project = await copyProject();
  const content = join(project.folder, 'content');
  const desk: Desk = { content, random: randomOf(seed), now: began };
  for (let story = 0; story < 24; story++) await write(desk, desk.random.below(500));
  await write(desk, -1);
  await write(desk, 3, `expiresAt: ${new Date((began + 86_400) * 1000).toISOString()}\n`);

  const settings: Record<string, string> = {};
  let builds = 0;
  async function run(
    name: string,
    from: string,
    ...flags: readonly string[]
  ): Promise<{ site: string; output: string }> {
    const site = join(project.folder, name);
    const { code, output } = await runBuild(
      site,
      { ...settings, CONTENT_DIR: from, SOURCE_DATE_EPOCH: String(desk.now) },
      project.folder,
      ...flags,
    );
    if (code !== 0) throw new Error(output);
    return { site, output };
  }

  return {
    desk,
    project,
    settings,
    edit: async (count) => {
      const told: string[] = [];
      while (told.length < count) told.push(await editAtRandom(desk));
      return told.join('; ');
    },
    build: async (...flags) => {
      const { site, output } = await run('dist', 'content');
      // What is kept belongs to a content folder: one of another name has nothing.
      const fresh = `fresh-${++builds}`;
      await cp(content, join(project.folder, fresh), { recursive: true });
      const cold = await run('dist-cold', fresh, ...flags);
      const [one, other] = [contentsOf(site), contentsOf(cold.site)];
      await rm(join(project.folder, fresh), { recursive: true });
      return {
        output,
        different: [...new Set([...one.keys(), ...other.keys()])].filter(
          (file) => one.get(file) !== other.get(file),
        ),
      };
    },
    kept: async (pattern) => {
      const cache = join(project.folder, 'node_modules', '.cache', 'site');
      const files = await readdir(cache, { recursive: true, withFileTypes: true });
      return files
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((path) => pattern.test(path.replaceAll('\\', '/')))
        .sort();
    },
  };
}

/** Replaces what stands in the middle of a file, and leaves its length. */
export async function spoil(file: string): Promise<void> {
  const bytes = await readFile(file);
  // Not in place: the published site may share the file.
  await rm(file);
  await writeFile(file, bytes.fill('#', bytes.length >> 1, (bytes.length >> 1) + 8));
}

/** Leaves half of a file. */
export async function halve(file: string): Promise<void> {
  const bytes = await readFile(file);
  await rm(file);
  await writeFile(file, bytes.subarray(0, bytes.length >> 1));
}
