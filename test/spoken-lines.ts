import type { Said } from './spoken.ts';

/** What stands within a line; everything else begins one. */
const inline = /^(?:StaticText|link|button|image|deletion|insertion|mark|Abbr)$/;

/** What is said, as lines that are indented by what stands in what. */
export function linesOf(said: readonly Said[]): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = (): void => {
    const text = line.replaceAll(/\s+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  for (const one of said) {
    if (inline.test(one.role)) {
      line += wordsOf(one);
    } else {
      endLine();
      lines.push(...blockOf(one));
    }
  }
  endLine();
  return lines;
}

function wordsOf(one: Said): string {
  if (one.role === 'StaticText' && one.states.length === 0) return one.name;
  const role = one.role === 'StaticText' ? '' : `${one.role} `;
  const name = one.name.trim() || one.children.map(wordsOf).join('');
  // A name that is in another language stands within the link.
  const [inside] = one.children;
  const states = [...one.states, ...(inside?.name.trim() === name ? inside.states : [])];
  return `[${[`${role}${name}`, ...states].join(', ')}]`;
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function blockOf({ role, name, states, children }: Said): string[] {
  const [first = '', ...rest] = linesOf(children);
  const after = states.length === 0 ? '' : ` [${states.join(', ')}]`;
  if (/^(?:paragraph|Figcaption|LabelText)$/.test(role)) return [`${first}${after}`, ...rest];
  if (role === 'listitem') return [`• ${first}${after}`, ...indented(rest)];
  if (role === 'row') return [children.map((cell) => `${cell.role} ${cell.name}`).join(' | ')];
  if (role.startsWith('heading')) return [`${role}: ${first}${after}`, ...indented(rest)];
  if (role === 'DisclosureTriangle') return [`disclosure: ${name}${after}`];
  if (role === 'RootWebArea') return [`page: ${name}`, ...indented(linesOf(children))];
  const count = role === 'list' ? ` of ${children.length}` : '';
  const label = name === '' ? '' : `: ${name}`;
  return [
    `${role}${count}${label}${after}`,
    ...indented(role === 'textbox' || role === 'searchbox' ? [] : linesOf(children)),
  ];
}
