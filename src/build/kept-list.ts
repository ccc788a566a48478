/** The list of which key made which files, as text behind a digest of it. */
import type { PageSays } from '#lib/hosts/published-page.ts';
import { digestOfText } from './digest.ts';
import type { StoredFile } from './file-store.ts';

export interface KeptFile extends StoredFile, PageSays {
  readonly path: string;
}

/** Digests of all that a site is made of, by what they tell. */
export type Inputs = Readonly<Record<string, string>>;

export interface KeptList {
  readonly inputs: Inputs;
  /** By their keys. */
  readonly files: ReadonlyMap<string, readonly KeptFile[]>;
}

const empty: KeptList = { inputs: {}, files: new Map() };

const version = 3;

/** `policy` is the number of one of the list's policies, which are few. */
type Row = [
  path: string,
  digest: string,
  size: number,
  changedAt: number,
  policy?: number | null,
  movedTo?: string,
];

interface Written {
  readonly version: number;
  readonly inputs: Inputs;
  readonly policies: readonly string[];
  readonly kept: readonly (readonly [key: string, rows: readonly Row[]])[];
}

export function formatList({ inputs, files }: KeptList): string {
  const policies = new Map<string, number>();
  const numberOf = (policy: string): number => {
    const number = policies.get(policy) ?? policies.size;
    policies.set(policy, number);
    return number;
  };
  const rowOf = ({ path, digest, size, changedAt, policy, movedTo }: KeptFile): Row => {
    const row: Row = [path, digest, size, changedAt];
    if (policy !== undefined) row.push(numberOf(policy));
    if (movedTo !== undefined) row[5] = movedTo;
    return row;
  };
  const kept = [...files].map(([key, some]) => [key, some.map(rowOf)] as const);
  const written: Written = { version, inputs, policies: [...policies.keys()], kept };
  const text = JSON.stringify(written);
  return `${digestOfText(text)}\n${text}`;
}

/** Nothing where the text is not as it was written, or is of another version. */
export function parseList(text: string): KeptList {
  const [digest, body = ''] = text.split('\n');
  if (digest !== digestOfText(body)) return empty;
  try {
    const list = JSON.parse(body) as Written;
    if (list.version !== version) return empty;
    const fileOf = ([path, digest, size, changedAt, policy, movedTo]: Row): KeptFile => ({
      path,
      digest,
      size,
      changedAt,
      policy: list.policies[policy ?? -1],
      movedTo,
    });
    const files = new Map(list.kept.map(([key, rows]) => [key, rows.map(fileOf)]));
    return { inputs: list.inputs, files };
  } catch {
    return empty;
  }
}
