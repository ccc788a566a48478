/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but not including, `limit`. */
  readonly below: (limit: number) => number;
  /** The same, with small numbers more often. */
  readonly lowBelow: (limit: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
  /** So many different ones. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
}

/** Mulberry32, by Tommy Ettinger, in the public domain: 32 bits of state are plenty for test data. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    lowBelow: (limit) => Math.floor(next() ** 2 * limit),
    of: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('There is nothing in the list to choose from.');
      return found;
    },
    some: (list, count) => {
      const rest = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () =>
        rest.splice(below(rest.length), 1),
      ).flat();
    },
  };
}
