import { describe, expect, test } from 'vitest';
import { commentWay, oldestFirst } from './comment.ts';

describe('commentWay', () => {
  const about = {
    subject: 'Comment on “Harbour”',
    address: 'https://example.org/articles/harbour/',
  };

  /** The mail's address, or nothing where comments do not go by mail. */
  const mailTo = (mail: string, changed: Partial<typeof about> = {}): string => {
    const way = commentWay({ formAction: '', mail }, { ...about, ...changed });
    return way.by === 'mail' ? way.href : '';
  };

  test('without any address, there is no way', () => {
    expect(commentWay({ formAction: '', mail: '' }, about)).toEqual({ by: 'none' });
  });

  test('a form posts to its address as it stands', () => {
    const formAction = 'https://forms.example/post?site=news&list=1';
    expect(commentWay({ formAction, mail: '' }, about)).toEqual({ by: 'form', action: formAction });
  });

  test('a form goes before a mail', () => {
    const both = { formAction: 'https://forms.example/post', mail: 'desk@news.example' };
    expect(commentWay(both, about)).toEqual({ by: 'form', action: 'https://forms.example/post' });
  });

  test('a mail goes to the desk with a subject, and the story’s address above an empty line', () => {
    expect(commentWay({ formAction: '', mail: 'desk@news.example' }, about)).toEqual({
      by: 'mail',
      href:
        'mailto:desk@news.example?subject=Comment%20on%20%E2%80%9CHarbour%E2%80%9D' +
        '&body=https%3A%2F%2Fexample.org%2Farticles%2Fharbour%2F%0D%0A%0D%0A',
    });
  });

  test('signs with a meaning in addresses stay inside the subject', () => {
    expect(mailTo('desk@news.example', { subject: 'A & B? 50% #1 + c=d' })).toContain(
      '?subject=A%20%26%20B%3F%2050%25%20%231%20%2B%20c%3Dd&body=',
    );
  });

  test('signs with a meaning in addresses stay inside the body', () => {
    expect(mailTo('desk@news.example', { address: 'https://example.org/?a=1&b=2#c' })).toMatch(
      /&body=https%3A%2F%2Fexample\.org%2F%3Fa%3D1%26b%3D2%23c%0D%0A%0D%0A$/,
    );
  });

  test('an Arabic subject can be read back', () => {
    const subject = 'تعليق على «أخبار غزة؟»';
    const encoded = /subject=([^&]*)&/.exec(mailTo('desk@news.example', { subject }))?.[1] ?? '';
    expect(encoded).toMatch(/^[\w%.-]+$/);
    expect(decodeURIComponent(encoded)).toBe(subject);
  });

  test('signs with a meaning in addresses stay inside the name before the @', () => {
    expect(mailTo('desk?news&more@news.example')).toMatch(
      /^mailto:desk%3Fnews%26more@news\.example\?subject=/,
    );
  });
});

describe('oldestFirst', () => {
  const nine = new Date('2024-07-08T09:00:00Z');
  const ten = new Date('2024-07-08T10:00:00Z');

  test('earlier comments come first, whatever their numbers', () => {
    const comments = [
      { number: '1', postedAt: ten },
      { number: '2', postedAt: nine },
    ];
    expect(comments.sort(oldestFirst).map(({ number }) => number)).toEqual(['2', '1']);
  });

  test('comments of one moment come in the order of their numbers, 9 before 10', () => {
    const comments = ['10', '9', '2', '1'].map((number) => ({ number, postedAt: nine }));
    expect(comments.sort(oldestFirst).map(({ number }) => number)).toEqual(['1', '2', '9', '10']);
  });
});
