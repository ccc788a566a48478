/** Content-Security-Policies as headers: https://www.w3.org/TR/CSP3/ */

/** The directives of a policy, in their order, with what each allows. */
type Policy = ReadonlyMap<string, readonly string[]>;

const none = "'none'";

const read = (text: string): Policy =>
  new Map(
    text
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name = '']) => name !== '')
      .map(([name = '', ...values]) => [name, values]),
  );

const write = (policy: Policy): string =>
  [...policy].map(([name, values]) => [name, ...values].join(' ')).join('; ');

/** What a directive of a policy allows; those that fetch follow `default-src` where they are not named. */
const allowedBy = (policy: Policy, name: string): readonly string[] =>
  policy.get(name) ?? (name.endsWith('-src') ? policy.get('default-src') : undefined) ?? [];

/** The policy under which each of those works: it allows what one of them allows. */
export function mergedPolicy(policies: Iterable<string>): string {
  const all = [...new Set(policies)].sort().map(read);
  const names = [...new Set(all.flatMap((policy) => [...policy.keys()]))];
  return write(
    new Map(
      names.map((name) => {
        const values = new Set(all.flatMap((policy) => allowedBy(policy, name)));
        if (values.size > 1) values.delete(none);
        return [name, [...values].sort()];
      }),
    ),
  );
}

/** What a page cannot say of itself, and a header can. */
export const headerPolicy = (policy: string, isSecure: boolean): string =>
  [policy, "frame-ancestors 'none'", ...(isSecure ? ['upgrade-insecure-requests'] : [])].join('; ');

/** Everything that `default-src` speaks for, but styles. */
const fetched = [
  'script',
  'img',
  'font',
  'connect',
  'media',
  'object',
  'frame',
  'worker',
  'manifest',
];

/**
 * The policy for a server whose settings are not replaced with every build. It is silent about styles: their
 * digests change with the pages, which name them themselves, and an old digest would take all styles away.
 */
export function lastingPolicy(text: string): string {
  const policy = read(text);
  if (!policy.has('default-src')) return text;
  const lasting = new Map(
    fetched.map((kind): [string, readonly string[]] => {
      const name = `${kind}-src`;
      return [name, allowedBy(policy, name)];
    }),
  );
  for (const [name, values] of policy) {
    if (!/^(?:default|style)-src/.test(name)) lasting.set(name, values);
  }
  return write(lasting);
}

/** What a policy refuses of what another allows, as "script-src 'self'". */
export function strictness(policy: string, allowed: string): string[] {
  const outer = read(policy);
  return [...read(allowed)].flatMap(([name, values]) => {
    const isSpoken = outer.has(name) || (name.endsWith('-src') && outer.has('default-src'));
    if (!isSpoken) return [];
    const may = allowedBy(outer, name);
    return values
      .filter((value) => value !== none && !may.includes(value))
      .map((value) => `${name} ${value}`);
  });
}
