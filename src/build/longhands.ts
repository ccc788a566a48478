/**
 * Browsers before 2021 know `padding-inline-start` but not `padding-inline`, and drop it. The build's own
 * lowering leaves values with var() as they are, which nearly all of ours are.
 */

interface Declaration {
  readonly prop: string;
  readonly value: string;
  readonly replaceWith: (...others: { prop: string; value: string }[]) => void;
}

// Two deep is as deep as brackets stand in our styles: calc(1rem + var(--a)).
const values = /(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g;

/** "padding-block: 0 var(--a)" as two declarations; nothing else is touched. */
export function longhands(prop: string, value: string): { prop: string; value: string }[] {
  const [, property = ''] = /^(margin|padding|inset|border)-(?:block|inline)$/.exec(prop) ?? [];
  if (property === '') return [{ prop, value }];
  const [start = '', end = start] = property === 'border' ? [value] : (value.match(values) ?? []);
  return [
    { prop: `${prop}-start`, value: start },
    { prop: `${prop}-end`, value: end },
  ];
}

/** For PostCSS, through which every style of this site goes. */
export const longhandStyles = {
  postcssPlugin: 'longhands',
  Declaration: (declaration: Declaration): void => {
    const long = longhands(declaration.prop, declaration.value);
    if (long.length > 1) declaration.replaceWith(...long);
  },
};
