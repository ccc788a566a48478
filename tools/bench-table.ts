/** What was measured, as a table. */
import { availableParallelism, totalmem } from 'node:os';

/** One run of a command. */
export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds that all its processes were given by the processor. */
  readonly processor: number;
  /** Of its largest process, in megabytes. */
  readonly memory: number;
}

/** Medians of some runs, and what stood in the site after the last. */
export interface Measurement extends Run {
  readonly peer: string;
  readonly articles: number;
  readonly job: string;
  readonly runs: number;
  /** Pages of articles. */
  readonly written: number;
  /** Pages of lists by category, topic and author. */
  readonly lists: number;
  readonly files: number;
  readonly bytes: number;
}

/** The median of each number by itself. */
export function median(runs: readonly Run[]): Run {
  const middle = (of: (run: Run) => number): number =>
    runs.map(of).sort((a, b) => a - b)[(runs.length - 1) >> 1] ?? 0;
  return {
    wall: middle(({ wall }) => wall),
    processor: middle(({ processor }) => processor),
    memory: middle(({ memory }) => memory),
  };
}

/** Which generator wrote another number of lists than the others; undefined if none did. */
export function unequal(results: readonly Measurement[]): string | undefined {
  const lists = Map.groupBy(
    results.filter(({ job }) => job === 'cold'),
    ({ articles }) => articles,
  );
  for (const [articles, some] of lists) {
    const counts = some.map(({ peer, lists: count }) => `${peer} ${count}`);
    if (new Set(some.map(({ lists: count }) => count)).size > 1) {
      return `Of ${articles} articles, the generators made different numbers of list pages: ${counts.join(', ')}.`;
    }
  }
  return undefined;
}

/** The peer whose time counts as 1. */
const yardstick = 'Hugo';

export function tableOf(results: readonly Measurement[]): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const number = (value: number, digits = 0): string =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const rows = results.map((result) => {
    const { articles, peer, job, runs, wall, processor, memory, files, bytes, written, lists } =
      result;
    const other = results.find(
      (candidate) =>
        candidate.peer === yardstick && candidate.articles === articles && candidate.job === job,
    );
    const cells = [
      number(articles),
      peer,
      job,
      number(runs),
      number(wall, 1),
      other ? number(wall / other.wall, 2) : '',
      number(processor, 1),
      number(memory),
      number(written),
      number(lists),
      number(files),
      number(bytes / 1e6, 1),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `${availableParallelism()} cores, ${gigabytes} GB, Node ${process.version}`,
    '',
    `| articles | generator | job | runs | wall, s | × ${yardstick} | processor, s | memory, MB | article pages | list pages | files | MB |`,
    '| --: | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}
