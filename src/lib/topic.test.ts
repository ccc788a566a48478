import { describe, expect, test } from 'vitest';
import { topicSlug } from './topic.ts';

describe('a topic’s part of the address', () => {
  test.each([
    ['United Nations', 'united-nations'],
    ['AT&T', 'att'],
    ['West Bank, Jericho', 'west-bank-jericho'],
    ['Resolution 2735 (2024)', 'resolution-2735-2024'],
    ['and/or', 'andor'],
    ['الأمم المتحدة', 'الأمم-المتحدة'],
    ['القدس؟', 'القدس'],
  ])('“%s” becomes %s', (topic, expected) => {
    expect(topicSlug(topic)).toBe(expected);
  });

  test('is the same however its letters are composed', () => {
    expect(topicSlug('e\u0301galite\u0301')).toBe(topicSlug('\u00e9galit\u00e9'));
    expect(topicSlug('e\u0301galite\u0301')).toBe('\u00e9galit\u00e9');
  });

  test('is the same with vowel marks and without, in capitals and in small letters', () => {
    expect(topicSlug('غَزَّةُ')).toBe(topicSlug('غزة'));
    expect(topicSlug('POLIO')).toBe(topicSlug('polio'));
  });
});
