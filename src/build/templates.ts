/**
 * The templates, compiled by Astro once and kept until something that they are made of changes. Rendering
 * a page needs nothing else of Astro's build, which takes seconds to start.
 */
import { existsSync } from 'node:fs';
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { placeOf, settings } from '#settings.ts';
import { templatesFolder as shelf } from './cache-folder.ts';
import { templateKeeper } from './collections.ts';
import { digestOf, digestOfText } from './digest.ts';
import { projectDigest, projectDigestNow, ProjectError } from './project-files.ts';
import { type ScriptDigests, scriptDigests } from './script-integrity.ts';
import { everyFile } from './walk.ts';

export interface Templates {
  /** Changes with everything that they are made of: code, words, settings, versions. */
  readonly key: string;
  /** Files that stand in the site beside its pages: what public/ holds, scripts, styles. */
  readonly assets: string;
  /** The module that renders. */
  readonly entry: string;
  /** The styles of each page, as Astro keeps them. */
  readonly styles: readonly (readonly [page: string, styles: unknown])[];
  /** What a browser holds the scripts of pages against. */
  readonly scripts: ScriptDigests;
}

/** What is kept beside the compiled code. */
type Index = Pick<Templates, 'styles'> & { readonly entry: string; readonly digest: string };

const everything = (): boolean => true;

const indexFile = 'templates.json';
const mostTemplates = 6;
/** Milliseconds; nearly an hour is what a hundred thousand stories take from nothing. */
const longestBuild = 3_600_000;

/** Compiles the templates, or finds those that were compiled from the same files. */
export async function compileTemplates({ cold = false } = {}): Promise<Templates> {
  const code = await projectDigest(everything);
  const key = digestOf([code, placeOf(settings)]);
  const folder = join(shelf, key);
  const found = cold ? undefined : await openTemplates(folder, key);
  if (found) return found;
  // Compilers at work at the same time keep out of each other's way; one of them wins.
  const draft = `${folder}-${process.pid}`;
  try {
    await compile(draft);
    // Astro has read them meanwhile: kept under this key, others would be taken for these for ever.
    if ((await projectDigestNow(everything)) !== code) {
      throw new ProjectError(
        'The code of the site was changed while it was compiled. Build again.',
      );
    }
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await forgetOthers(key);
  const compiled = await openTemplates(folder, key);
  if (!compiled) throw new Error(`The templates in ${folder} cannot be read. Delete that folder.`);
  return compiled;
}

/** Undefined where there are none, or where they are not as they were written. */
async function openTemplates(folder: string, key: string): Promise<Templates | undefined> {
  try {
    const { entry, styles, digest } = JSON.parse(
      await readFile(join(folder, indexFile), 'utf8'),
    ) as Index;
    if ((await digestOfFolder(folder)) !== digest) return undefined;
    const [assets, code] = [join(folder, 'assets'), resolve(folder, 'code', entry)];
    const scripts = await scriptDigests(assets, settings.siteUrl.pathname);
    const now = new Date();
    await utimes(folder, now, now);
    return { key, styles, scripts, assets, entry: pathToFileURL(code).href };
  } catch {
    return undefined;
  }
}

/** Of the compiled code and of what stands beside the pages. */
async function digestOfFolder(folder: string): Promise<string> {
  const files = (await everyFile(folder)).filter((file) => file !== indexFile);
  const digests = await Promise.all(
    files.map(async (file) => `${file} ${digestOfText(await readFile(join(folder, file)))}`),
  );
  return digestOfText(digests.join('\n'));
}

/** Runs Astro's build as far as the point at which it would render pages. */
async function compile(folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  await mkdir(folder, { recursive: true });
  let index: Omit<Index, 'digest'> | undefined;
  const keep: AstroIntegration = {
    name: templateKeeper,
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          setup: async () => {
            const code = join(assets, '.prerender');
            const styles = await spyOnStyles(code, () => prerenderer.setup?.());
            await cp(code, join(folder, 'code'), { recursive: true });
            index = { entry: await entryIn(code), styles };
          },
          getStaticPaths: () => Promise.resolve([]),
        }));
      },
    },
  };
  // Vite writes into the code whether it is for readers, and believes who says otherwise.
  process.env['NODE_ENV'] = 'production';
  // Loaded here, for loading Astro takes longer than a build that needs no templates.
  const { build } = await import('astro');
  await build({
    outDir: assets,
    cacheDir: join(folder, 'astro'),
    logLevel: 'error',
    integrations: [keep],
  });
  if (!index) throw new Error('Astro compiled no templates.');
  await rm(join(folder, 'astro'), { recursive: true, force: true });
  const digest = await digestOfFolder(folder);
  await writeFile(join(folder, indexFile), JSON.stringify({ ...index, digest } satisfies Index));
}

async function entryIn(code: string): Promise<string> {
  const entry = (await readdir(code)).find((file) => /^prerender-entry\..*\.mjs$/.test(file));
  if (entry === undefined) throw new Error(`Astro wrote no entry into ${code}.`);
  return entry;
}

/** Astro tells the styles of each page to the module that renders, and to nobody else. */
async function spyOnStyles(
  code: string,
  tell: () => Promise<void> | undefined,
): Promise<Templates['styles']> {
  const { app } = (await import(pathToFileURL(resolve(code, await entryIn(code))).href)) as {
    app: { setInternals: (internals: { pagesByKeys: Map<string, { styles: unknown }> }) => void };
  };
  let styles: Templates['styles'] = [];
  const setInternals = app.setInternals.bind(app);
  app.setInternals = (internals) => {
    styles = [...internals.pagesByKeys].map(([page, data]) => [page, data.styles] as const);
    setInternals(internals);
  };
  await tell();
  return styles;
}

/**
 * Of the templates that were used last, a few are kept: who works on two branches goes to and fro. A build of another
 * may have opened some, and be still reading what it will print with them.
 */
async function forgetOthers(key: string): Promise<void> {
  const names = (await readdir(shelf)).filter((name) => /^[0-9a-f]{40}$/.test(name));
  const ages = await Promise.all(
    names.map(async (name) => ({ name, usedAt: (await stat(join(shelf, name))).mtimeMs })),
  );
  for (const { name, usedAt } of ages.sort((a, b) => b.usedAt - a.usedAt).slice(mostTemplates)) {
    if (name === key || Date.now() - usedAt < longestBuild) continue;
    await rm(join(shelf, name), { recursive: true, force: true });
  }
}
