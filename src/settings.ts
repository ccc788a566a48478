/** What the environment decides, read once. Wrong values stop with a sentence that names the cure. */
import { site } from '#site.ts';

interface Settings {
  /** The public address with its path; ends in a slash. */
  readonly siteUrl: URL;
  /** The folder with articles/, authors/, comments/ and pages/. */
  readonly contentDir: string;
  /** The folder of what readers can download to carry: npm run edition writes it, a build publishes it. */
  readonly editionsDir: string;
  /** The build's clock: what is published, what is fresh. */
  readonly now: Date;
}

/** A setting that cannot be used; the message says what to write. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads SITE_URL, CONTENT_DIR, EDITIONS_DIR and SOURCE_DATE_EPOCH; an empty value counts as none. */
export function readSettings(environment: Environment, clock: Date): Settings {
  const { SITE_URL, CONTENT_DIR, EDITIONS_DIR, SOURCE_DATE_EPOCH } = environment;
  return {
    siteUrl: readAddress(SITE_URL || site.address),
    contentDir: CONTENT_DIR || 'content',
    editionsDir: EDITIONS_DIR || 'editions',
    now: SOURCE_DATE_EPOCH ? readEpoch(SOURCE_DATE_EPOCH) : clock,
  };
}

function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}` === '' &&
    !/[?#]|\w\/\//.test(text);
  if (!isPlain) {
    throw new SettingsError(
      `SITE_URL is "${text}", which is not the address of a site. Give the whole public address, such as https://example.org/news/.`,
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

export const settings = readSettings(process.env, new Date());
