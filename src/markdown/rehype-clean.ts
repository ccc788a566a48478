/**
 * The only sanitizer. What a schema does not name does not pass: these lists are the whole of what
 * a writer, or a stranger whose text a writer pastes, can put on a page.
 */
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';

/** Begins every id that a body may carry, so that none can be taken for an id of the page. */
export const headingPrefix = 'section-';
export const notePrefix = 'note-';
/** remark-rehype's own id for the heading above the notes. */
export const notesLabel = 'footnote-label';

const bodyId = new RegExp(
  `^(?:${headingPrefix}\\S+|${notePrefix}fn(?:ref)?-\\S+|${notesLabel})$`,
  'u',
);

const anywhere = ['lang', ['dir', 'ltr', 'rtl', 'auto']] satisfies NonNullable<
  Schema['attributes']
>[string];

const linkSchemes = ['http', 'https', 'mailto'];

// Elements whose text is code or a hidden document: the text must go with the tag.
const strip = [
  'applet audio base canvas embed form frame frameset head iframe link math meta',
  'noembed noframes noscript object option plaintext portal script select style svg',
  'template textarea title video xmp',
].flatMap((row) => row.split(' '));

export const articleSchema: Schema = {
  strip,
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
  tagNames: [
    'a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em',
    'figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp',
    'rt ruby s samp section span strong sub summary sup table tbody td tfoot th thead',
    'tr u ul var wbr',
  ].flatMap((row) => row.split(' ')),
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
    summary: ['details'],
    li: ['ol', 'ul'],
  },
  attributes: {
    '*': [...anywhere, ['id', bodyId]],
    a: [
      'href',
      'title',
      'ariaLabel',
      ['ariaDescribedBy', notesLabel],
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    abbr: ['title'],
    code: [['className', /^language-\S+$/]],
    details: ['open'],
    img: ['src', 'alt', 'title'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    li: [['className', 'task-list-item']],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right']],
    th: ['colSpan', 'rowSpan', ['align', 'left', 'center', 'right'], ['scope', 'col', 'row']],
    ul: [['className', 'contains-task-list']],
  },
  // An <input> that is no task's checkbox would be a form field of a stranger's.
  required: { input: { type: 'checkbox', disabled: true } },
  // Pictures are local: whoever looks for them refuses every scheme, and tells the editor how to bring them in.
  protocols: { href: linkSchemes },
};

/** Comments: words, quotations, lists and links; no headings, pictures, tables or ids. */
export const commentSchema: Schema = {
  strip,
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
  tagNames: 'a b blockquote br code del em i li ol p pre s strong ul'.split(' '),
  ancestors: { li: ['ol', 'ul'] },
  attributes: { '*': anywhere, a: ['href'] },
  protocols: { href: linkSchemes },
};

export { rehypeSanitize as rehypeClean };
