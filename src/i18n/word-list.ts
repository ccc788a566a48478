import type { CarriedForm } from '#lib/carried.ts';
import type { Plural } from '#lib/plural.ts';
import type { SharePlace } from '#lib/share.ts';

/** Every word that the site itself says. Each edition has a file with this shape. */
export interface Words {
  /** What stands between two things in a row, with its space. */
  readonly comma: string;
  readonly skipToContent: string;
  readonly home: string;
  readonly menu: string;
  readonly sections: string;
  readonly editionDate: string;
  /** What stands beside the name of the site: search, the text version, the other languages. */
  readonly services: string;
  readonly otherVersions: string;
  readonly textVersion: string;
  readonly fullVersion: string;
  /** Before the address of the site that a mirror shows. */
  readonly mirrorOf: string;
  /** Before the day since which the mirror is there. */
  readonly mirrorSince: string;
  /** Before other addresses of the site. */
  readonly alsoAt: string;
  /** Before the words that stand for a picture in the text version. */
  readonly pictureShows: string;
  readonly newest: string;
  readonly moreFrom: (category: string) => string;

  readonly by: string;
  readonly published: string;
  readonly updated: string;
  readonly timeIn: (date: string, time: string) => string;
  readonly minutes: Plural;
  readonly draft: string;
  readonly credit: string;
  readonly sensitivePicture: string;
  readonly categories: string;
  readonly topics: string;
  readonly allTopics: string;
  readonly topicsDescription: string;
  readonly topicDescription: (topic: string) => string;
  readonly authorDescription: (name: string) => string;
  readonly correction: string;
  readonly clarification: string;
  readonly corrections: string;
  readonly correctionsDescription: string;
  readonly noCorrections: string;
  readonly correctionsPolicy: string;
  readonly sources: string;
  readonly archivedCopy: string;
  readonly share: string;
  readonly shareBy: (place: string) => string;
  /** The names of the places where a story can be shared. */
  readonly places: Readonly<Record<SharePlace, string>>;
  /** For whatever the reader has installed: the system asks which. */
  readonly shareSheet: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly linkNotCopied: string;

  readonly seeMore: string;
  readonly previous: string;
  readonly next: string;
  readonly inCategory: (category: string) => string;

  readonly comments: Plural;
  readonly postComment: string;
  readonly commentName: string;
  readonly commentText: string;
  readonly commentSend: string;
  readonly commentNote: string;
  readonly commentByMail: string;
  readonly commentSubject: (title: string) => string;
  readonly commentsNotYet: string;
  readonly commentsClosed: string;

  readonly articles: Plural;
  readonly noArticles: string;
  readonly seeArchive: string;
  readonly pages: string;
  readonly page: (page: number, of: number) => string;
  readonly newer: string;
  readonly older: string;
  readonly archive: string;
  readonly archiveDescription: string;
  readonly monthDescription: (month: string) => string;

  readonly search: string;
  readonly searchDescription: string;
  readonly searchWords: string;
  readonly startSearch: string;
  readonly category: string;
  readonly allCategories: string;
  readonly year: string;
  readonly allYears: string;
  readonly results: string;
  readonly found: Plural;
  /** `#` stands for what was looked for. */
  readonly foundNothing: string;
  readonly searching: string;
  readonly searchFailed: string;
  readonly moreResults: string;
  readonly searchElsewhere: (engine: string) => string;
  readonly browse: string;

  readonly feeds: string;
  readonly feedsDescription: string;
  readonly feedsText: string;
  readonly allStories: string;
  /** For those who open a feed in a browser. */
  readonly feedNote: string;
  readonly followFeed: string;

  readonly editions: string;
  readonly editionsDescription: string;
  readonly noEditions: string;
  readonly editionForms: Readonly<Record<CarriedForm, { name: string; text: string }>>;
  readonly contents: string;
  readonly aboutCopy: string;
  /** What stands on a copy: where it comes from, and when it was made. */
  readonly copyOf: (address: string, date: string) => string;
  readonly copyCheck: (address: string) => string;
  /** Where something is named by its size and its SHA-256. */
  readonly checksum: string;

  readonly notFound: string;
  readonly notFoundText: string;
  readonly moved: string;
  readonly movedText: string;

  readonly offline: string;
  readonly offlineText: string;
  readonly offlineUnreached: string;
  readonly tryAgain: string;
  readonly keptHere: string;
  readonly nothingKept: string;
  readonly keptNeedsScript: string;
  readonly deleteKept: string;

  /** For what Markdown makes. */
  readonly footnotes: string;
  readonly backToText: string;
  readonly table: string;
  readonly taskDone: string;
  readonly taskOpen: string;
}
