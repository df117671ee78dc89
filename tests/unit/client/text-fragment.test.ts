import { expect, test } from 'vitest';
import { textFragment } from '../../../src/client/cite/fragment.ts';

const block = '区编办负责制定权力清单。各镇政府负责公布权力清单。';
const decoded = (start: number, end: number, page = block, other = block) =>
  decodeURIComponent(textFragment({ block, at: start }, { block: other, at: end }, page) ?? 'nothing');

test('words that stand once are named by themselves', () => {
  const at = block.indexOf('公布');
  expect(decoded(at, at + 2)).toBe(':~:text=公布');
});

test('a selection is widened to whole words, which is all that browsers find', () => {
  const at = block.indexOf('清单');
  expect(decoded(at + 1, at + 2)).toMatch(/^:~:text=.*清单/);
});

test('words that stand twice are told apart by what stands before them', () => {
  const at = block.lastIndexOf('权力清单');
  expect(decoded(at, at + 4)).toMatch(/^:~:text=.*公布-,权力清单$/);
});

test('at the beginning of a paragraph they are told apart by what stands after them', () => {
  const found = decodeURIComponent(
    textFragment({ block, at: 0 }, { block, at: 3 }, `区编办${block}`) ?? 'nothing',
  );
  expect(found).toMatch(/^:~:text=区编办,-负责/);
});

test('from one paragraph to another the first and the last words are named', () => {
  const other = '（区编办牵头，2017年底前完成）';
  const found = decoded(block.indexOf('各镇'), other.indexOf('，'), block + other, other);
  expect(found).toMatch(/^:~:text=各镇政府[^,]*,[^,-]*牵头$/);
});

test('a hyphen and a comma of the text are not taken for the fragment’s own', () => {
  const text = 'PPP-模式,一';
  expect(textFragment({ block: text, at: 0 }, { block: text, at: text.length }, text)).toBe(
    `:~:text=PPP%2D${encodeURIComponent('模式,一')}`,
  );
});

test('nothing selected is no fragment', () => {
  expect(textFragment({ block, at: 3 }, { block, at: 3 }, block)).toBe(undefined);
});
