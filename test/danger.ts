/** What no page may hold, however a text was written. */
import type { Element, Nodes, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const elements = new Set(
  [
    'applet audio base button canvas dialog embed fencedframe form frame frameset iframe input',
    'math noscript object option portal script select slot svg template textarea video',
  ].flatMap((row) => row.split(' ')),
);
/** These stand in a page's head, and nowhere else. */
const elementsOfHeads = new Set(['link', 'meta', 'style', 'title']);

const attributes = new Set(
  [
    'action background codebase data dynsrc formaction imagesrcset itemprop itemtype lowsrc ping',
    'poster profile slot srcdoc srcset style usemap xlinkhref xmlbase',
  ].flatMap((row) => row.split(' ')),
);

const addresses = ['href', 'src', 'cite', 'longDesc'];
const schemes = new Set(['http:', 'https:', 'mailto:']);
/** Classes that machines read as facts about the page (microformats2, and the formats before it). */
const microformat =
  /^(?:h|p|u|dt|e)-|^(?:vcard|hentry|hfeed|adr|geo|hnews|h(?:product|recipe|resume|review|review-aggregate)|vevent)$/;
const idOfBody = /^(?:section-|note-|footnote-label$)/;

/** Every danger in a tree, in words; `siteUrl` is what an address without an origin belongs to. */
export function dangersIn(tree: Root, siteUrl: string, isRedirect = false): string[] {
  const found: string[] = [];
  const bodies = new Set<Nodes>();
  visit(tree, 'element', (node) => {
    const isBody = [node.properties.className].flat().includes('prose');
    if (!isBody) return;
    // Its own element is ours, unless it stands in a body itself.
    visit({ ...node }, 'element', (inner) => void bodies.add(inner));
  });
  const heads = new Set<Nodes>();
  visit(tree, 'element', (node) => {
    if (node.tagName === 'head') visit(node, 'element', (inner) => void heads.add(inner));
  });
  visit(tree, 'element', (node) => {
    const ofHead = heads.has(node);
    if (!bodies.has(node) && (isOwnScript(node, siteUrl) || isScriptButton(node))) return SKIP;
    // The form that searches, whole.
    if (!bodies.has(node) && 'dataSearchProgram' in node.properties) return SKIP;
    const isData = node.properties.type === 'application/ld+json' && !bodies.has(node);
    if ((elements.has(node.tagName) && !isData) || (!ofHead && elementsOfHeads.has(node.tagName))) {
      found.push(`<${node.tagName}>`);
    }
    const isRefresh = [node.properties.httpEquiv].flat().includes('refresh');
    if (isRefresh && !isRedirect) found.push('<meta http-equiv=refresh>');
    found.push(...attributesOf(node, ofHead), ...addressesOf(node, siteUrl));
    const { id } = node.properties;
    const classes = bodies.has(node) ? [node.properties.className].flat() : [];
    found.push(
      ...classes
        .filter((name) => microformat.test(String(name)))
        .map((name) => `class=${String(name)}`),
    );
    if (bodies.has(node) && typeof id === 'string' && !idOfBody.test(id)) found.push(`id=${id}`);
    return undefined;
  });
  return found;
}

/** The only scripts are files that the build made. */
const isOwnScript = ({ tagName, properties, children }: Element, siteUrl: string): boolean =>
  tagName === 'script' &&
  Object.keys(properties).sort().join() === 'integrity,src,type' &&
  properties.type === 'module' &&
  new URL(String(properties.src), siteUrl).href.startsWith(new URL('_astro/', siteUrl).href) &&
  children.length === 0;

/** It does nothing without its script. */
const isScriptButton = ({ tagName, properties }: Element): boolean =>
  tagName === 'button' &&
  properties.type === 'button' &&
  (['sheet', 'copy'].includes(String(properties.dataAct)) || properties.id === 'more-results');

function attributesOf({ properties, tagName }: Element, ofHead: boolean): string[] {
  return Object.keys(properties)
    .map((name) => name.toLowerCase())
    .filter(
      (name) =>
        name.startsWith('on') ||
        attributes.has(name) ||
        (name === 'name' && !(ofHead && tagName === 'meta')),
    );
}

function addressesOf({ properties, tagName }: Element, siteUrl: string): string[] {
  return addresses.flatMap((name) => {
    const value = properties[name];
    if (value === undefined || value === null) return [];
    const address = String(value);
    // No icon, and no request for one.
    if (tagName === 'link' && address === 'data:,') return [];
    const url = URL.canParse(address, siteUrl) ? new URL(address, siteUrl) : undefined;
    // A link waits for a click; everything else is loaded at once.
    const isLoaded = tagName !== 'a';
    const isFine =
      url && schemes.has(url.protocol) && (!isLoaded || url.origin === new URL(siteUrl).origin);
    return isFine ? [] : [`${tagName} ${name}=${address}`];
  });
}
