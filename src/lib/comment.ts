import type { CommentAddresses } from '#site.ts';

export interface Comment {
  /** The file's number, in the comment's permalink. */
  readonly number: string;
  readonly name: string;
  readonly postedAt: Date;
  readonly bodyHtml: string;
}

/** Where a comment stands on its article's page: the anchor of its permalink. */
export const commentId = ({ number }: Pick<Comment, 'number'>): string => `comment-${number}`;

export type CommentWay =
  | { readonly by: 'form'; readonly action: string }
  | { readonly by: 'mail'; readonly href: string }
  | { readonly by: 'none' };

/** How a reader can send a comment: a form where an address takes posts, else a mail, else no way. */
export function commentWay(
  { formAction, mail }: CommentAddresses,
  about: { readonly subject: string; readonly address: string },
): CommentWay {
  if (formAction !== '') return { by: 'form', action: formAction };
  if (mail === '') return { by: 'none' };
  // RFC 6068, section 5: header values are percent-encoded, line breaks as %0D%0A.
  const subject = encodeURIComponent(about.subject);
  const body = encodeURIComponent(`${about.address}\r\n\r\n`);
  return {
    by: 'mail',
    href: `mailto:${encodeURIComponent(mail).replace('%40', '@')}?subject=${subject}&body=${body}`,
  };
}

/** Oldest first; equal times fall back to the number. */
export const oldestFirst = (
  a: Pick<Comment, 'postedAt' | 'number'>,
  b: Pick<Comment, 'postedAt' | 'number'>,
): number => a.postedAt.getTime() - b.postedAt.getTime() || Number(a.number) - Number(b.number);
