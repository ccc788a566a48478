/** Texts that would attack a site, after published cheat sheets and the test lists of sanitizers. */
import { links, loaders, markdownLinks } from './payloads/addresses.ts';
import { foreign, mutation } from './payloads/foreign-and-mutation.ts';
import { markdown } from './payloads/markdown-tricks.ts';
import { handlers, scripts } from './payloads/scripts-and-handlers.ts';
import { clobbering, styles } from './payloads/styles-and-names.ts';

export const payloads: readonly string[] = [
  ...new Set([
    ...scripts,
    ...handlers,
    ...links,
    ...markdownLinks,
    ...loaders,
    ...foreign,
    ...mutation,
    ...styles,
    ...clobbering,
    ...markdown,
  ]),
];
