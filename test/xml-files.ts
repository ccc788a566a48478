import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
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

const parseFile = (path: string): XmlDocument => XmlDocument.fromBuffer(readFileSync(path));

const atomSchema = RelaxNGValidator.fromDoc(
  parseFile(join(import.meta.dirname, 'schemas', 'atom.rng')),
);

/** Throws where a feed breaks the schema of RFC 4287. */
export function validateAtom({ document }: OpenXml): void {
  atomSchema.validate(document);
}
