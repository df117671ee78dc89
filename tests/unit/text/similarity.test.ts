import { expect, test } from 'vitest';
import { alike, nearest } from '../../../src/text/similarity.ts';

test('a misspelt name finds the name that differs least', () => {
  expect(nearest('区法治办', ['区编办', '区法制办', '区监察局'])).toBe('区法制办');
  expect(nearest('区发展改革局', ['区教育局', '区发改局'])).toBe('区发改局');
});

test('a missing and an added character count once', () => {
  expect(nearest('区卫局', ['区教育局', '区卫计局'])).toBe('区卫计局');
  expect(nearest('区卫生计局', ['区民政局', '区卫计局'])).toBe('区卫计局');
});

test('of two names that are equally near the same one is always suggested', () => {
  expect(nearest('丙', ['乙', '甲'])).toBe(nearest('丙', ['甲', '乙']));
});

test('where nothing is registered, nothing is suggested', () => {
  expect(nearest('甲', [])).toBe('');
});

test('for an unknown name the most similar names are suggested, or none', () => {
  const units = [['区公安分局', '公安局'], ['区教育局'], ['区委组织部']].map((names) => ({ names }));
  const first = (asked: string) => alike(asked, units).map(({ names }) => names[0]);
  expect(first('区公安局')[0]).toBe('区公安分局');
  expect(first('教育部')).toEqual(['区教育局']);
  expect(first('量子咖啡')).toEqual([]);
});
