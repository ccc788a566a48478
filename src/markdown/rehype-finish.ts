/** What runs on a cleaned tree and may be trusted: links, pictures, tables, tasks. */
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import type { PictureTag } from '#lib/picture.ts';
import { eachElement } from './each-element.ts';
import { decoded, hasColonInPath, isHeading } from './rehype-before-clean.ts';

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const isElement = (node: ElementContent): node is Element => node.type === 'element';

const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

/** Whether a link shows its own address: such text runs from left to right in every language. */
const showsAddress = ({ children: [text, ...others] }: Element): boolean =>
  others.length === 0 && text?.type === 'text' && /^(?:https?:|www\.)\S+$/i.test(text.value);

/** Links that lead out say so in `rel`; links to the site's own root follow it below its path. */
export const rehypeLinks =
  ({ siteUrl, rel }: { siteUrl: URL; rel: readonly string[] }) =>
  (tree: Root) => {
    eachElement(tree, (node) => {
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string' || href.startsWith('#')) return;
      if (showsAddress(node)) node.properties.dir = 'ltr';
      const url = URL.canParse(href, siteUrl) ? new URL(href, siteUrl) : undefined;
      if (!url) delete node.properties.href;
      else if (url.origin !== siteUrl.origin && url.protocol !== 'mailto:')
        node.properties.rel = [...rel];
      else if (/^\/(?![/\\])/.test(href)) {
        node.properties.href = siteUrl.pathname + href.slice(1);
      } else if (href.startsWith('./') && hasColonInPath(href.slice(2))) {
        node.properties.href = href.slice(2);
      }
    });
  };

/** In a comment, a link within the page could only lead into somebody else's text. */
export const rehypeDropFragments = () => (tree: Root) => {
  eachElement(tree, ({ properties }) => {
    if (typeof properties.href === 'string' && /^(?:\?[^#]*)?#/.test(properties.href)) {
      delete properties.href;
    }
  });
};

/** Finds the picture that a body names; undefined drops it, and the finder keeps the reason. */
export type ResolvePicture = (src: string) => Promise<PictureTag | undefined>;

/** A picture alone in its paragraph becomes a figure; its title is the caption. */
export const rehypePictures = () => async (tree: Root, file: VFile) => {
  const resolve = file.data['resolvePicture'] as ResolvePicture | undefined;
  const pictures = new Map<string, PictureTag | undefined>();
  eachElement(tree, (node) => {
    if (node.tagName === 'img') pictures.set(sourceOf(node), undefined);
  });
  for (const src of pictures.keys()) pictures.set(src, await resolve?.(src));

  eachElement(tree, (node, index, parent) => {
    const [only, ...others] = node.children.filter((child) => !isBlank(child));
    const alone =
      node.tagName === 'p' &&
      others.length === 0 &&
      only?.type === 'element' &&
      only.tagName === 'img';
    if (!alone && node.tagName !== 'img') return undefined;

    const image = alone ? only : node;
    const found = pictures.get(sourceOf(image));
    const inPlace = found && (alone ? figure(image, found) : place(image, found));
    parent.children.splice(index, 1, ...(inPlace ? [inPlace] : []));
    return index + (inPlace ? 1 : 0);
  });
};

/** The name as it was written: what Markdown encoded for an address is decoded. */
const sourceOf = (image: Element): string => decoded(image.properties.src ?? '');

const place = (image: Element, { src, width, height, sources }: PictureTag): Element => {
  const img = element(
    'img',
    {
      src,
      alt: image.properties.alt ?? '',
      title: image.properties.title,
      width,
      height,
      loading: 'lazy',
      decoding: 'async',
    },
    [],
  );
  if (sources.length === 0) return img;
  return element('picture', {}, [
    ...sources.map(({ srcset, ...others }) => element('source', { ...others, srcSet: srcset }, [])),
    img,
  ]);
};

/** What would show to a mouse only is shown to all; as a paragraph, for browsers that know no captions. */
function figure(image: Element, found: PictureTag): Element {
  const { title, ...properties } = image.properties;
  return element('figure', {}, [
    place({ ...image, properties }, found),
    ...(typeof title === 'string' && title !== ''
      ? [element('figcaption', {}, [element('p', {}, [{ type: 'text', value: title }])])]
      : []),
  ]);
}

/**
 * Wide tables scroll by themselves, by keyboard too, and so have a name: their caption, or the heading that
 * they stand under. `align`, which HTML dropped, becomes a class.
 */
export const rehypeTables =
  ({ label }: { label: string }) =>
  (tree: Root) => {
    let heading = '';
    eachElement(tree, (node, index, parent) => {
      if (isHeading(node)) heading = toString(node).trim();
      if (node.tagName === 'td' || node.tagName === 'th') {
        const { align } = node.properties;
        delete node.properties.align;
        if (align === 'right') node.properties.className = ['end'];
        if (align === 'center') node.properties.className = ['center'];
      }
      if (node.tagName !== 'table') return undefined;
      if (parent.type === 'element' && parent.properties.role === 'group') return undefined;
      const frame = element(
        'div',
        {
          className: ['table'],
          role: 'group',
          ariaLabel: nameOf(node, label, heading),
          tabIndex: 0,
        },
        [node],
      );
      parent.children.splice(index, 1, frame);
      // Visit the frame next: it leads back to the table, which is then left alone.
      return index;
    });
  };

function nameOf(table: Element, label: string, heading: string): string {
  const caption = table.children.find((child) => isElement(child) && child.tagName === 'caption');
  const name = (caption && toString(caption).trim()) || heading;
  return name === '' ? label : `${label}: ${name}`;
}

/** A task's checkbox cannot be ticked by a reader: a mark says the same, and says it aloud. */
export const rehypeTasks =
  ({ done, open }: { done: string; open: string }) =>
  (tree: Root) => {
    eachElement(tree, (node) => {
      // Its list shows no other marks: Safari takes it for layout, unless it is told.
      if (String(node.properties.className) === 'contains-task-list') node.properties.role = 'list';
      if (node.tagName !== 'input') return;
      const checked = Boolean(node.properties.checked);
      node.tagName = 'span';
      node.properties = { role: 'img', ariaLabel: checked ? done : open };
      node.children = [{ type: 'text', value: checked ? '☑' : '☐' }];
    });
  };

/**
 * HTML allows an id once. A later heading gets a number; anything else loses its id. A heading is never
 * without one: Astro's own step would give it one without our prefix.
 */
export const rehypeUniqueIds = () => (tree: Root) => {
  const seen = new Set<string>();
  /** Of each id that came again, the number to try next: ten thousand equal headings stay quick. */
  const next = new Map<string, number>();
  eachElement(tree, (node) => {
    const { id } = node.properties;
    if (typeof id !== 'string') return;
    let unique = id;
    let number = next.get(id) ?? 2;
    for (; seen.has(unique) && isHeading(node); number++) unique = `${id}-${number}`;
    next.set(id, number);
    if (seen.has(unique)) delete node.properties.id;
    else node.properties.id = unique;
    seen.add(unique);
  });
};
