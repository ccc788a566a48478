/** Structured data as text. https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */
import type { Thing, WithContext } from 'schema-dts';

/** One thing that a page tells machines about: an object, never only its address. */
export type Data = Exclude<Thing, string>;

/** Says in which vocabulary the words are meant. */
const withContext = (data: Data): WithContext<Data> => ({
  '@context': 'https://schema.org',
  ...data,
});

const unicode = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What stands in a page's data block. Each thing is whole by itself, so that programs which do not know
 * `@graph` find them too. No `<` is left, so that nothing in a text can end the block or begin a comment
 * (HTML, section 4.12.1.3), and no separator of lines that old scripts stumble over.
 */
export const jsonLdText = (data: readonly Data[]): string =>
  JSON.stringify(data.map(withContext)).replaceAll(/[<\u2028\u2029]/g, unicode);
