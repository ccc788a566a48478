/** This site and well-known templates, each of which builds the same story. */
import { spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pictureName, type Story, writeStory } from './reader-story.ts';

export interface Job {
  readonly story: Story;
  /** The content folder with the story, as this site reads it. */
  readonly content: string;
  /** An empty folder to work in. */
  readonly work: string;
  /** Where the built site goes. */
  readonly site: string;
  /** Where it will be served, without a slash at the end. */
  readonly origin: string;
}

export interface Template {
  readonly name: string;
  /** Builds the site; tells the pages that show the story, by name. */
  readonly build: (job: Job) => Promise<readonly (readonly [page: string, path: string])[]>;
}

async function run(
  cwd: string,
  command: readonly string[],
  settings: Record<string, string> = {},
): Promise<void> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    // What is said goes to the errors' channel, for the table is the output.
    stdio: ['ignore', 2, 2],
  });
  await new Promise<void>((done, failed) => {
    child.on('error', failed).on('exit', (code) => {
      if (code === 0) done();
      else failed(new Error(`${command.join(' ')} ended with ${code ?? 'a signal'}.`));
    });
  });
}

const install = (cwd: string, ...packages: readonly string[]): Promise<void> =>
  run(cwd, ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages]);

const buildAstro = (cwd: string, site: string): Promise<void> =>
  run(cwd, [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', site]);

const buildHugo = (cwd: string, site: string, origin: string): Promise<void> =>
  run(cwd, ['hugo', '--gc', '--minify', '--baseURL', `${origin}/`, '--destination', site]);

export const ours: Template = {
  name: 'This site',
  build: async ({ story, content, site, origin }) => {
    await run(resolve('.'), [process.execPath, 'tools/build.ts', '--outDir', site], {
      CONTENT_DIR: content,
      SITE_URL: `${origin}/`,
    });
    const path = `/articles/${story.slug}/`;
    return [
      ['This site', path],
      ['This site, text edition', `/text${path}`],
    ];
  },
};

/** Starlight and its blog, set up as their documentation says: starlight.astro.build, starlight-blog-docs.vercel.app. */
export const starlightBlog: Template = {
  name: 'Astro: Starlight 0.42.4 with Starlight Blog 0.30.0',
  build: async ({ story, work, site, origin }) => {
    const files = {
      'package.json': '{ "private": true, "type": "module" }',
      'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightBlog from 'starlight-blog';
export default defineConfig({
  site: '${origin}',
  integrations: [starlight({ title: 'News', plugins: [starlightBlog()] })],
});`,
      'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { blogSchema } from 'starlight-blog/schema';
const schema = docsSchema({ extend: (context) => blogSchema(context) });
export const collections = { docs: defineCollection({ loader: docsLoader(), schema }) };`,
      'src/content/docs/index.md': '---\ntitle: News\n---\n',
    };
    await mkdir(join(work, 'src/content/docs'), { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(work, file), text);
    await writeStory(story, join(work, `src/content/docs/blog/${story.slug}.md`), {
      date: story.publishedAt,
      authors: [{ name: 'Newsroom' }],
      cover: { alt: story.alt, image: `./${pictureName}` },
    });
    const packages = ['astro@7.3.4', '@astrojs/starlight@0.42.4', 'starlight-blog@0.30.0'];
    await install(work, '--save-exact', ...packages);
    await buildAstro(work, site);
    return [[starlightBlog.name, `/blog/${story.slug}/`]];
  },
};

/** The newest Doks that is a package with all that it needs, and whose packages still fit it. */
export const doks: Template = {
  name: 'Hugo: Doks 0.5.0',
  build: async ({ story, work, site, origin }) => {
    await writeFile(join(work, 'package.json'), '{ "private": true }');
    await install(work, '@hyas/doks@0.5.0');
    const project = join(work, 'doks');
    await cp(join(work, 'node_modules/@hyas/doks'), project, { recursive: true });
    // Doks asks for ^0.7.21; later ones of these have no dist/flexsearch.bundle.js, which it reads.
    await install(project, 'flexsearch@0.7.21');
    await writeStory(story, join(project, `content/en/blog/${story.slug}/index.md`), {
      url: `/blog/${story.slug}/`,
      excerpt: story.description,
      date: story.publishedAt,
      contributors: ['Newsroom'],
      images: [pictureName],
    });
    await buildHugo(project, site, origin);
    return [[doks.name, `/blog/${story.slug}/`]];
  },
};

/** A folder that `npm create astro@latest -- --template blog` made. */
export const astroBlog = (folder: string): Template => ({
  name: `Astro: ${basename(resolve(folder))}`,
  build: async ({ story, work, site }) => {
    await cp(folder, work, { recursive: true });
    await writeStory(story, join(work, `src/content/blog/${story.slug}.md`), {
      pubDate: story.publishedAt,
      heroImage: `./${pictureName}`,
    });
    await install(work);
    await buildAstro(work, site);
    return [[astroBlog(folder).name, `/blog/${story.slug}/`]];
  },
});

/** The folder of any theme. The picture stands in the text, for each theme has another field for it. */
export const hugoTheme = (folder: string): Template => ({
  name: `Hugo: ${basename(resolve(folder))}`,
  build: async ({ story, work, site, origin }) => {
    await cp(folder, join(work, 'themes/measured'), { recursive: true });
    const config = { title: 'News', languageCode: 'en', theme: 'measured' };
    await writeFile(join(work, 'config.json'), JSON.stringify(config));
    const body = `![${story.alt}](${pictureName})\n\n${story.body.trim()}`;
    await writeStory({ ...story, body }, join(work, `content/posts/${story.slug}/index.md`), {
      date: story.publishedAt,
    });
    await buildHugo(work, site, origin);
    return [[hugoTheme(folder).name, `/posts/${story.slug}/`]];
  },
});
