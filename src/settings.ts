/** What the environment decides, read once. Wrong values stop with a sentence that names the cure. */
import { site } from '#site.ts';

interface Settings {
  /** The address at which this build stands, with its path; ends in a slash. */
  readonly siteUrl: URL;
  /** The site's own address, which pages name as theirs; another than `siteUrl` for a mirror. */
  readonly mainUrl: URL;
  /** The day since which a mirror is there, as 2024-07-08; undefined for the site itself. */
  readonly mirrorSince: string | undefined;
  /** The folder with articles/, authors/, comments/ and pages/. */
  readonly contentDir: string;
  /** The folder of what readers can download to carry: npm run edition writes it, a build publishes it. */
  readonly editionsDir: string;
  /** The build's clock: what is published, what is fresh. */
  readonly now: Date;
  /** Whether each text is written compressed too, for servers that send such files: docs/hosts/. */
  readonly precompress: boolean;
}

/** A setting that cannot be used; the message says what to write. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty value counts as none. */
export function readSettings(environment: Environment, clock: Date): Settings {
  const { SITE_URL, CONTENT_DIR, EDITIONS_DIR, SOURCE_DATE_EPOCH, PRECOMPRESS } = environment;
  const mainUrl = readAddress('SITE_URL', SITE_URL || site.address);
  return {
    mainUrl,
    ...readMirror(environment, mainUrl),
    contentDir: CONTENT_DIR || 'content',
    editionsDir: EDITIONS_DIR || 'editions',
    now: SOURCE_DATE_EPOCH ? readEpoch(SOURCE_DATE_EPOCH) : clock,
    precompress: readAnswer('PRECOMPRESS', PRECOMPRESS || 'no'),
  };
}

/** A mirror has both settings; without them, a build is for the site's own address. */
function readMirror(
  { MIRROR_URL, MIRROR_SINCE }: Environment,
  mainUrl: URL,
): Pick<Settings, 'siteUrl' | 'mirrorSince'> {
  if (!MIRROR_URL) return { siteUrl: mainUrl, mirrorSince: undefined };
  if (!MIRROR_SINCE || !isDay(MIRROR_SINCE)) {
    throw new SettingsError(
      `MIRROR_SINCE is "${MIRROR_SINCE ?? ''}". Give the day since which the mirror is there, such as 2024-07-08.`,
    );
  }
  return { siteUrl: readAddress('MIRROR_URL', MIRROR_URL), mirrorSince: MIRROR_SINCE };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

function readAddress(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}` === '' &&
    !/[?#]|\w\/\//.test(text);
  if (!isPlain) {
    throw new SettingsError(
      `${name} is "${text}", which is not the address of a site. Give the whole public address, such as https://example.org/news/.`,
    );
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

// https://reproducible-builds.org/specs/source-date-epoch/: whole seconds since 1970, in ASCII digits.
function readEpoch(text: string): Date {
  const date = new Date(Number(text) * 1000);
  if (!/^\d+$/.test(text) || Number.isNaN(date.getTime())) {
    throw new SettingsError(
      `SOURCE_DATE_EPOCH is "${text}", which is no time. Give whole seconds since 1970, such as 1735689600.`,
    );
  }
  return date;
}

function readAnswer(name: string, text: string): boolean {
  if (text !== 'yes' && text !== 'no') {
    throw new SettingsError(`${name} is "${text}". Write yes or no.`);
  }
  return text === 'yes';
}

/** What pages say of where they stand; two builds that differ in it share none. */
export const placeOf = ({ siteUrl, mainUrl, mirrorSince = '' }: Settings): string =>
  [siteUrl.href, mainUrl.href, mirrorSince].join(' ');

export const settings = readSettings(process.env, new Date());
