/** What a build publishes, what it holds back, and when the next one is due. */
import type { ArticleFields } from '#data/schema.ts';
import { isPublished } from '#lib/article.ts';
import { machineTime } from '#lib/dates.ts';

interface Story {
  readonly file: string;
  readonly edition: string;
  readonly fields: Pick<ArticleFields, 'draft' | 'publishedAt' | 'expiresAt'>;
}

export interface Schedule {
  /** How many stories of each edition are published. */
  readonly published: ReadonlyMap<string, number>;
  readonly heldBack: readonly { readonly file: string; readonly why: string }[];
  /** The first moment after now at which a story becomes due or expires. */
  readonly nextChange: Date | undefined;
}

export function scheduleOf(stories: readonly Story[], now: Date): Schedule {
  const published = new Map<string, number>();
  const heldBack: { file: string; why: string }[] = [];
  const changes: Date[] = [];
  for (const { file, edition, fields } of stories) {
    if (isPublished(fields, now)) published.set(edition, (published.get(edition) ?? 0) + 1);
    else heldBack.push({ file, why: whyNot(fields, now) });
    if (fields.draft) continue;
    const { publishedAt, expiresAt } = fields;
    if (publishedAt > now) changes.push(publishedAt);
    if (expiresAt && expiresAt > now) changes.push(expiresAt);
  }
  const [nextChange] = changes.sort((a, b) => a.getTime() - b.getTime());
  return { published, heldBack, nextChange };
}

function whyNot({ draft, publishedAt, expiresAt }: Story['fields'], now: Date): string {
  if (draft) return 'a draft';
  if (publishedAt > now) return `until ${machineTime(publishedAt)}`;
  return `expired at ${machineTime(expiresAt ?? publishedAt)}`;
}

/** The schedule in lines for whoever runs the build. */
export function formatSchedule({ published, heldBack, nextChange }: Schedule): string {
  const counts =
    [...published].map(([edition, count]) => `${count} ${edition}`).join(', ') || 'none';
  return [
    `Stories published: ${counts}. Held back: ${heldBack.length}.`,
    ...heldBack.map(({ file, why }) => `  ${file}: ${why}`),
    nextChange
      ? `Build again at ${machineTime(nextChange)}, or soon after: a story becomes due or expires then.`
      : 'No story waits for its time: build again when something changes.',
  ].join('\n');
}
