/** How times grow with the archive, as a chart: both axes in powers of ten, so that a straight line is proportion. */
import { markup } from '#lib/markup.ts';
import type { Measurement } from './bench-table.ts';

const size = { width: 720, height: 440 };
const plot = { left: 70, right: 570, top: 40, bottom: 380 };
const dashes = ['', '8 4', '2 4', '10 3 2 3'];

type Scale = (value: number) => number;

const exponents = (values: readonly number[]): number[] => {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10);
  const first = Math.floor(low ?? 0);
  const last = Math.max(Math.ceil(high ?? 0), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

const scaleOf =
  (powers: readonly number[], from: number, to: number): Scale =>
  (value) => {
    const [first = 0, last = 1] = [powers[0], powers.at(-1)];
    return from + ((Math.log10(value) - first) / (last - first)) * (to - from);
  };

const at = (value: number): string => value.toFixed(1);

interface End {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const lineHeight = 16;

/** Names at the ends of lines, none upon another. */
function apart(ends: readonly End[]): End[] {
  const placed: End[] = [];
  for (const end of ends.toSorted((a, b) => a.y - b.y)) {
    const above = placed.findLast(({ x }) => x === end.x)?.y ?? -lineHeight;
    placed.push({ ...end, y: Math.max(end.y, above + lineHeight) });
  }
  return placed;
}

/** The wall times of a job, a line for each generator. */
export function chartOf(results: readonly Measurement[], job: string, title: string): string {
  const points = results.filter((result) => result.job === job && result.wall > 0);
  const xs = exponents(points.map(({ articles }) => articles));
  const ys = exponents(points.map(({ wall }) => wall));
  const x = scaleOf(xs, plot.left, plot.right);
  const y = scaleOf(ys, plot.bottom, plot.top);
  const columns = xs.map((power) => {
    const place = at(x(10 ** power));
    return markup`<path class="grid" d="M${place} ${at(plot.top)}V${at(plot.bottom)}"/><text x="${place}" y="${at(plot.bottom + 22)}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>\n`;
  });
  const rows = ys.map((power) => {
    const place = y(10 ** power);
    return markup`<path class="grid" d="M${at(plot.left)} ${at(place)}H${at(plot.right)}"/><text x="${at(plot.left - 8)}" y="${at(place + 5)}" text-anchor="end">${(10 ** power).toLocaleString('en')} s</text>\n`;
  });
  const peers = [...Map.groupBy(points, ({ peer }) => peer)];
  const lines = peers.map(([, some], index) => {
    const sorted = some.toSorted((a, b) => a.articles - b.articles);
    const path = sorted.map(({ articles, wall }) => `${at(x(articles))} ${at(y(wall))}`).join('L');
    return markup`<path class="line" stroke-dasharray="${dashes[index % dashes.length]}" d="M${path}"/>\n`;
  });
  const ends = peers.map(([name, some]) => {
    const last = some.reduce((a, b) => (a.articles > b.articles ? a : b));
    return { name, x: x(last.articles) + 8, y: y(last.wall) + 5 };
  });
  const names = apart(ends).map(
    (end) => markup`<text x="${at(end.x)}" y="${at(end.y)}">${end.name}</text>\n`,
  );
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size.width)} ${String(size.height)}" role="img">
<title>${title}</title>
<style>
/* Names may stand on lines of others. */
text { font: 14px system-ui, sans-serif; fill: #1d1b16; stroke: #fffdf8; stroke-width: 5px; paint-order: stroke }
.grid { stroke: #c9c3b4; fill: none }
.line { stroke: #4a5716; stroke-width: 2.5; fill: none }
rect { fill: #fffdf8 }
@media (prefers-color-scheme: dark) {
text { fill: #ece7da; stroke: #17150f }
.grid { stroke: #4a4639 }
.line { stroke: #b9c97a }
rect { fill: #17150f }
}
</style>
<rect width="${String(size.width)}" height="${String(size.height)}"/>
<text x="${at(plot.left)}" y="22">${title}</text>
${columns}${rows}${lines}${names}<text x="${at((plot.left + plot.right) / 2)}" y="${at(size.height - 12)}" text-anchor="middle">articles</text>
</svg>
`.text;
}
