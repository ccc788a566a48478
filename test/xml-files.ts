import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  xhtml: 'http://www.w3.org/1999/xhtml',
};

/** An opened XML file; one that is not well-formed throws. */
export class OpenXml {
  readonly text: string;
  readonly document: XmlDocument;

  constructor(site: string, file: string) {
    this.text = readFileSync(join(site, file), 'utf8');
    this.document = XmlDocument.fromString(this.text);
  }

  /** What stands in each node that an XPath finds. */
  texts(path: string): string[] {
    return this.document.find(path, namespaces).map(({ content }) => content);
  }
}

// Lets schemas import others from files.
xmlRegisterFsInputProviders();

const readSchema = (name: string): XmlDocument => {
  const url = join(import.meta.dirname, 'schemas', name);
  return XmlDocument.fromBuffer(readFileSync(url), { url });
};

const validators = {
  /** RFC 4287. */
  atom: RelaxNGValidator.fromDoc(readSchema('atom.rng')),
  sitemap: XsdValidator.fromDoc(readSchema('sitemaps.xsd')),
  sitemapIndex: XsdValidator.fromDoc(readSchema('siteindex.xsd')),
};

/** What is wrong with a file by its schema, in words; nothing where it is right. */
export function schemaErrors(
  { document }: Pick<OpenXml, 'document'>,
  schema: keyof typeof validators,
): string {
  try {
    validators[schema].validate(document);
    return '';
  } catch (error) {
    return String(error);
  }
}
