/**
 * What an SVG would do when it is opened by itself, as a document of this site. Charts need none of it, so
 * it is refused rather than cleaned: the picture stays what its maker drew.
 */
const dangers: readonly [pattern: RegExp, what: string][] = [
  [/<!(?:DOCTYPE|ENTITY)/i, 'a document type'],
  [/<\?(?!xml\s)/i, 'a processing instruction'],
  [
    /<(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|audio|video|handler|listener)\b/i,
    'a script or a foreign document',
  ],
  [/[\s"'/]on[a-z]+\s*=/i, 'an event handler'],
  [/attributeName\s*=\s*["']?\s*(?:on|href|xlink)/i, 'an animation of a link or a handler'],
  [/(?:href|src)\s*=\s*(?!["']#)/i, 'a link to something outside itself'],
  [/@import|url\(\s*(?!["']?#)|expression\(/i, 'a style from outside itself'],
  [/<(?:html|body|head|meta|base|form)\b/i, 'HTML'],
];

/** What is dangerous about an SVG, or undefined; bytes that are not UTF-8 hide what they hold. */
export function dangerInSvg(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'text that is not UTF-8';
  }
  return dangers.find(([pattern]) => pattern.test(text))?.[1];
}
