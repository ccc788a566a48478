/** Facts about this site. A fact stands here once; everything else asks. This file imports nothing. */

export const categoryIds = ['gaza-news', 'palestine-news', 'world'] as const;
export type CategoryId = (typeof categoryIds)[number];

export interface Edition {
  /** The name of its folders in content/ and of its list of words in src/i18n/. */
  readonly id: string;
  /** The first segment of its addresses; empty for the edition at the root. */
  readonly folder: string;
  /** BCP 47, for `lang` and `hreflang`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** BCP 47 with extensions, for dates, numbers and plural forms. */
  readonly locale: string;
  readonly timeZone: string;
  /** The language's name in that language. */
  readonly languageName: string;
  readonly siteName: string;
  readonly tagline: string;
  readonly categories: Readonly<Record<CategoryId, Category>>;
}

export interface Category {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
}

/** Where two of them publish a story at the same moment, the earlier here counts as the original. */
export const editions: readonly Edition[] = [
  {
    id: 'en',
    folder: '',
    lang: 'en',
    dir: 'ltr',
    locale: 'en-GB',
    timeZone: 'Asia/Gaza',
    languageName: 'English',
    siteName: 'Gaza & Palestine News',
    tagline: 'Sourced reporting on Gaza, Palestine and the world around them.',
    categories: {
      'gaza-news': {
        name: 'Gaza News',
        description: 'What happens in the Gaza Strip, and decisions elsewhere that reach it.',
      },
      'palestine-news': {
        name: 'Palestine News',
        description: 'Politics, law, economy, culture and sport across Palestine.',
      },
      world: {
        name: 'World',
        description: 'Capitals, courts and councils whose choices bear on the region.',
      },
    },
  },
  {
    id: 'ar',
    folder: 'ar',
    lang: 'ar',
    dir: 'rtl',
    // Levantine month names, and the digits in which the rest of the page counts.
    locale: 'ar-PS-u-nu-latn-ca-gregory',
    timeZone: 'Asia/Gaza',
    languageName: 'العربية',
    siteName: 'أخبار غزة وفلسطين',
    tagline: 'تقارير موثّقة المصادر عن غزة وفلسطين والعالم من حولهما.',
    categories: {
      'gaza-news': {
        name: 'أخبار غزة',
        description: 'ما يجري في قطاع غزة، وما يُتخذ خارجه من قرارات تمسّه.',
      },
      'palestine-news': {
        name: 'أخبار فلسطين',
        description: 'السياسة والقانون والاقتصاد والثقافة والرياضة في أنحاء فلسطين.',
      },
      world: {
        name: 'العالم',
        description: 'عواصم ومحاكم ومجالس تؤثر قراراتها في المنطقة.',
      },
    },
  },
];

export const site = {
  /** Where the site stands when SITE_URL does not say otherwise. */
  address: 'https://gaza-palestine-news.example/',
  /**
   * For how long browsers ask for nothing but https once they were here: two years. `; includeSubDomains;
   * preload` makes it hold for all names below this one, and cannot be taken back soon: docs/hosts/README.md.
   */
  strictTransport: 'max-age=63072000',
  /**
   * Where else this site stands, '' for nowhere. Tor Browser offers the onion address to whoever reads the site
   * at the ordinary one; both are named at the foot of every page.
   */
  otherAddresses: { onion: '', ipfs: '' },
  /** The public key by which readers check `npm run sign`, as minisign prints it; '' for none. */
  signingKey: '',
  articlesPerPage: 20,
  relatedArticles: 4,
  newestOnHome: 10,
  newestPerCategoryOnHome: 3,
  newestInFeeds: 30,
  /** The address of a WebSub hub that tells followers of new stories at once; '' for none. */
  feedHub: '',
  /**
   * Where readers' comments go. With `formAction`, the form posts there (fields: article, name,
   * comment); else with `mail`, a mail is started; with neither, the page says that comments are
   * not taken yet. Comments are published by hand, as files in content/comments/.
   */
  comments: { formAction: '', mail: '' },
  /**
   * Who searches this site for readers whose browser runs no script: a search engine whose form takes the
   * words in one field and the site's host in another. This one keeps no record of who asked for what.
   */
  searchEngine: {
    name: 'DuckDuckGo',
    action: 'https://duckduckgo.com/',
    wordsField: 'q',
    hostField: 'sites',
  },
  /**
   * Reading without a network: docs/offline.md. `newestKilobytes` is how much of the newest stories' text
   * versions a reader's device fetches ahead, counted as they are sent, compressed. With `enabled: false`, the site
   * takes back what it kept on its readers' devices.
   */
  offline: { enabled: true as boolean, newestKilobytes: 150 },
} as const satisfies {
  address: string;
  strictTransport: string;
  signingKey: string;
  otherAddresses: OtherAddresses;
  comments: CommentAddresses;
  [setting: string]: unknown;
};

export interface OtherAddresses {
  /** Such as http://….onion/ */
  readonly onion: string;
  /** Such as https://….ipfs.example/ or ipns://… */
  readonly ipfs: string;
}

export interface CommentAddresses {
  readonly formAction: string;
  readonly mail: string;
}
