import { readFileSync } from 'node:fs';
import { readSource, type Source } from './front-matter.ts';

/** Where the fields of a file stand. It is read only when somebody asks: few have problems with others. */
export function placesIn(file: string): Pick<Source, 'problemAt'> {
  let source: Source | undefined;
  return {
    problemAt: (path, message) => {
      source ??= readSource(file, readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
      return source.problemAt(path, message);
    },
  };
}
