/** The list of which key made which files, as text. */
import type { PageSays } from '#lib/hosts/published-page.ts';
import type { StoredFile } from './file-store.ts';
import type { Codec, Part } from './kept-map.ts';

export interface KeptFile extends StoredFile, PageSays {
  readonly path: string;
}

/** Digests of all that a site is made of, by what they tell. */
export type Inputs = Readonly<Record<string, string>>;

const version = 4;

/** `policy` is the number of one of the list's policies, which are few. */
type Row = [
  path: string,
  digest: string,
  size: number,
  changedAt: number,
  policy?: number | null,
  movedTo?: string,
];

interface Written extends Part<Inputs, readonly Row[]> {
  readonly version: number;
  readonly policies: readonly string[];
}

export const keptList: Codec<Inputs, readonly KeptFile[]> = {
  format: ({ entries, ...part }) => {
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
    const rows = entries.map(([key, files]) => [key, files.map(rowOf)] as const);
    const written: Written = { version, ...part, entries: rows, policies: [...policies.keys()] };
    return Buffer.from(JSON.stringify(written));
  },
  parse: (bytes) => {
    const { entries, policies, ...list } = JSON.parse(bytes.toString()) as Written;
    if (list.version !== version) return undefined;
    const fileOf = ([path, digest, size, changedAt, policy, movedTo]: Row): KeptFile => ({
      path,
      digest,
      size,
      changedAt,
      policy: policies[policy ?? -1],
      movedTo,
    });
    return { ...list, entries: entries.map(([key, rows]) => [key, rows.map(fileOf)] as const) };
  },
};
