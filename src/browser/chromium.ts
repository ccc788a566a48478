import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache');

/** Where the package keeps its compressed files, and which version it is. */
async function findPackage(): Promise<{ bin: string; version: string }> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = join(dirname(entry), '..');
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { bin: join(folder, 'bin'), version };
}

/** The browser brings Latin letters only; Arabic ones come from a package of their own. */
const arabicFont = (): string =>
  dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-naskh-arabic'));

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function inflateFolder(from: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const archive = `${into}.tar`;
  await inflate(from, archive);
  const { status, stderr } = spawnSync('tar', ['-xf', archive, '-C', into], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tar could not unpack ${from}: ${stderr}`);
  await rm(archive);
}

/**
 * The folder with an unpacked Chromium, made on first use.
 *
 * The package's own `executablePath()` unpacks to one fixed file of the temporary folder, where a
 * second process can start a half-written browser, and leaves out the system libraries that a bare
 * Debian lacks. So this unpacks everything into a folder of the project and renames it into place.
 */
async function unpackChromium(): Promise<string> {
  const { bin, version } = await findPackage();
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;

  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'chromium-'));
  await Promise.all([
    inflate(join(bin, 'chromium.br'), join(draft, 'chromium')),
    inflateFolder(join(bin, 'al2023.tar.br'), join(draft, 'system')),
    inflateFolder(join(bin, 'fonts.tar.br'), join(draft, 'typefaces')),
    inflateFolder(join(bin, 'swiftshader.tar.br'), join(draft, 'swiftshader')),
  ]);
  await chmod(join(draft, 'chromium'), 0o755);
  await rename(draft, home).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another process was first: its folder is as good as ours.
    if (!existsSync(home)) throw error;
  });
  return home;
}

/** Tells the browser where letters are, and keeps it from the machine's own. */
async function writeFontSettings(home: string): Promise<string> {
  const file = join(home, 'fonts.conf');
  const draft = `${file}.${process.pid}`;
  await writeFile(
    draft,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'typefaces')}</dir>
  <dir>${arabicFont()}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  // Another process may be reading it.
  await rename(draft, file);
  return file;
}

// Our own list: the package's defaults switch off web security and run everything in one process.
const usualFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
  '--no-zygote',
];

/** A headless Chromium: the one from the registry, or the one that CHROMIUM_PATH names. */
export async function launchChromium(extraFlags: readonly string[] = []): Promise<Browser> {
  const flags = [...usualFlags, ...extraFlags];
  const own = process.env['CHROMIUM_PATH'];
  if (own !== undefined && own !== '') {
    return chromium.launch({ executablePath: own, args: flags, chromiumSandbox: false });
  }
  const home = await unpackChromium();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [...flags, '--headless=shell'],
    chromiumSandbox: false,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'system', 'lib'),
      FONTCONFIG_FILE: await writeFontSettings(home),
    },
  });
}
