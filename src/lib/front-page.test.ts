import { describe, expect, test } from 'vitest';
import type { CategoryId } from '#site.ts';
import { frontPage } from './front-page.ts';

interface Story {
  readonly name: string;
  readonly featured: boolean;
}

const plain = (name: string): Story => ({ name, featured: false });
const featured = (name: string): Story => ({ name, featured: true });
const stories = (...names: string[]): Story[] => names.map(plain);

/** The page as names; lists come in newest first, as they do on the site. */
function arrange({
  articles = [],
  categories = [],
  perCategory = 3,
  newest = 10,
}: Partial<{
  articles: readonly Story[];
  categories: readonly (readonly [CategoryId, readonly Story[]])[];
  perCategory: number;
  newest: number;
}>) {
  const page = frontPage({ articles, categories, perCategory, newest });
  const names = (list: readonly Story[]): string => list.map(({ name }) => name).join(' ');
  return {
    lead: page.lead?.name,
    beside: names(page.beside),
    newest: names(page.newest),
    blocks: page.blocks.map((block) => `${block.category}: ${names(block.articles)}`),
  };
}

describe('the lead', () => {
  test('is the newest featured story, newer plain ones or not', () => {
    const articles = [plain('a'), featured('b'), featured('c'), plain('d')];
    expect(arrange({ articles }).lead).toBe('b');
  });

  test('is the newest of all when none is featured', () => {
    expect(arrange({ articles: stories('a', 'b') }).lead).toBe('a');
  });

  test('is missing before the first story is published', () => {
    expect(arrange({ categories: [['world', []]] })).toEqual({
      lead: undefined,
      beside: '',
      newest: '',
      blocks: [],
    });
  });
});

describe('beside the lead', () => {
  test('stand the four newest others', () => {
    expect(arrange({ articles: stories('a', 'b', 'c', 'd', 'e', 'f') }).beside).toBe('b c d e');
  });

  test('the stories newer than a featured lead come first', () => {
    const articles = [...stories('a', 'b'), featured('c'), ...stories('d', 'e', 'f')];
    expect(arrange({ articles }).beside).toBe('a b d e');
  });

  test('a second featured story stands like any other', () => {
    expect(arrange({ articles: [featured('a'), featured('b'), plain('c')] }).beside).toBe('b c');
  });
});

describe('the newest', () => {
  test('are as many as asked for, and repeat what stands above', () => {
    const articles = [plain('a'), featured('b'), ...stories('c', 'd')];
    expect(arrange({ articles, newest: 3 }).newest).toBe('a b c');
  });

  test('are all there are when there are fewer', () => {
    expect(arrange({ articles: stories('a', 'b'), newest: 3 }).newest).toBe('a b');
  });
});

describe('a category’s block', () => {
  const above = stories('lead', 'one', 'two', 'three', 'four');
  const [x, y, z, w] = [plain('x'), plain('y'), plain('z'), plain('w')];

  test('holds its newest stories that stand nowhere above, up to the number asked for', () => {
    const articles = [...above, x, y, z];
    expect(arrange({ articles, categories: [['world', articles]], perCategory: 2 }).blocks).toEqual(
      ['world: x y'],
    );
  });

  test('shows its newest again when all of its stories stand above', () => {
    const articles = [...above, x];
    const categories = [
      ['gaza-news', above],
      ['world', [x]],
    ] as const;
    expect(arrange({ articles, categories }).blocks).toEqual([
      'gaza-news: lead one two',
      'world: x',
    ]);
  });

  test('comes in the order of the categories, not of the dates', () => {
    const articles = [...above, x, y];
    const categories = [
      ['world', [y]],
      ['gaza-news', [x]],
    ] as const;
    expect(arrange({ articles, categories }).blocks).toEqual(['world: y', 'gaza-news: x']);
  });

  test('shares stories of several categories in turns: each stands once, no block takes all', () => {
    const articles = [...above, x, y, z, w];
    const categories = [
      ['gaza-news', [x, y, z]],
      ['palestine-news', [x, y, w]],
    ] as const;
    expect(arrange({ articles, categories }).blocks).toEqual([
      'gaza-news: x z',
      'palestine-news: y w',
    ]);
  });
});
