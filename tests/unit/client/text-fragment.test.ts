/** A reader sends a link to the words that they selected; the browser of whoever gets it goes to the first match. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFragment } from '../../../src/client/cite/fragment.ts';

const block = '区编办负责制定权力清单。各镇政府负责公布权力清单。';
const decoded = (start: number, end: number, page = block) =>
  decodeURIComponent(textFragment(page, start, end) ?? 'nothing');

/** Where a browser that follows the standard goes: part by part, each within one line. */
function followed(page: string, fragment: string): [number, number] | undefined {
  const parts = fragment.replace(':~:text=', '').split(',');
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent(parts.shift()?.slice(0, -1) ?? '') : '';
  const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent(parts.pop()?.slice(1) ?? '') : '';
  const [head = '', tail] = parts.map(decodeURIComponent);
  const skipBlank = (at: number) => at + (/^\s*/.exec(page.slice(at))?.[0].length ?? 0);
  const hasSuffix = (at: number) => suffix === '' || page.startsWith(suffix, skipBlank(at));
  for (let at = page.indexOf(prefix); at >= 0; at = page.indexOf(prefix, at + 1)) {
    const start = prefix === '' ? page.indexOf(head, at) : skipBlank(at + prefix.length);
    if (start < 0 || !page.startsWith(head, start)) continue;
    let end = start + head.length;
    if (tail !== undefined) {
      let from = page.indexOf(tail, end);
      while (from >= 0 && !hasSuffix(from + tail.length)) from = page.indexOf(tail, from + 1);
      if (from < 0) return undefined;
      end = from + tail.length;
    }
    if (hasSuffix(end)) return [start, end];
  }
  return undefined;
}

test('words between marks that occur once are named by themselves', () => {
  expect(decoded(0, block.indexOf('。'))).toBe(':~:text=区编办负责制定权力清单');
  const numbers = '责任（A:B）：3.5亿元。';
  expect(decoded(3, 6, numbers)).toBe(':~:text=A:B');
});

test('words inside of others are named with what stands beside them up to a mark, where every browser sees a border', () => {
  const at = block.indexOf('公布');
  expect(decoded(at, at + 2)).toBe(':~:text=各镇政府负责-,公布,-权力清单');
  expect(decoded(at + 1, at + 2)).toBe(':~:text=各镇政府负责公-,布,-权力清单');
  expect(decoded(5, 6, '共计：3.5。')).toBe(':~:text=3.-,5');
});

test('words that occurred before are distinguished by what stands before or after them', () => {
  const at = block.lastIndexOf('权力清单');
  expect(decoded(at, at + 4)).toBe(':~:text=各镇政府负责公布-,权力清单');
  const page = '措施：区编办牵头。\n措施：区编办负责。';
  const second = page.lastIndexOf('区编办');
  expect(decoded(second, second + 3, page)).toBe(':~:text=区编办,-负责');
});

test('a paragraph that occurred before is distinguished by the next, of which a browser skips only the break', () => {
  const page = '任务一\n（区法制办牵头）\n任务二\n（区法制办牵头）\n任务三';
  const at = page.lastIndexOf('（');
  expect(decoded(at, at + 8, page)).toMatch(/^:~:text=(?:.*二-,)?（区法制办牵头）(?:,-任务三)?$/);
  expect(followed(page, textFragment(page, at, at + 8) ?? '')).toEqual([at, at + 8]);
});

test('where the paragraph itself occurred before, all of it is pointed at', () => {
  const page = '任务一\n（区法制办牵头）\n任务二\n（区法制办牵头）\n任务三';
  const at = page.lastIndexOf('法');
  expect(followed(page, textFragment(page, at, at + 3) ?? '')).toEqual([at - 2, at + 6]);
});

test('from one paragraph to another the first and the last words are named', () => {
  const page = `${block}\n（区编办牵头，2017年底前完成）`;
  const found = decoded(page.indexOf('各镇'), page.indexOf('，'), page);
  expect(found).toMatch(/^:~:text=各镇政府[^,]*,[^,-]*牵头$/);
});

test('a hyphen and a comma of the text are not taken for the fragment’s own', () => {
  const text = 'PPP-模式,一';
  expect(textFragment(text, 0, text.length)).toBe(`:~:text=PPP%2D${encodeURIComponent('模式,一')}`);
});

test('nothing selected, or what no context distinguishes, is no fragment', () => {
  expect(textFragment(block, 3, 3)).toBe(undefined);
  expect(textFragment('甲 \n \n乙', 1, 5)).toBe(undefined);
  expect(textFragment('乙\n甲\n乙\n乙\n甲\n乙', 8, 9)).toBe(undefined);
});

test('wherever the selection is, in a text that says much twice, the link leads to it and to no other paragraph', () => {
  const clause = fc.constantFrom(
    '（区法制办牵头，2017年底前完成）',
    '目标：职能边界清晰。',
    '3. 推行（a+b）清单.',
  );
  const text = fc.array(fc.oneof(clause, fc.constantFrom('各镇政府', '\n', '权力清单', ' ', '任务')), {
    minLength: 2,
    maxLength: 40,
  });
  let made = 0;
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (pieces, one, other) => {
      const page = pieces.join('');
      const [start = 0, end = 0] = [one % page.length, other % page.length].sort((a, b) => a - b);
      const fragment = textFragment(page, start, end);
      if (fragment === undefined) return;
      made++;
      const [from, to] = followed(page, fragment) ?? [NaN, NaN];
      const missed = page.slice(start, end).trim() === '' ? '' : page.slice(start, from).trim();
      expect({ fragment, missed, cut: page.slice(to, end).trim() }).toEqual({
        fragment,
        missed: '',
        cut: '',
      });
      expect(page.slice(from, start)).not.toMatch(/\n.*\S/);
      expect(page.slice(end, to)).not.toMatch(/\S.*\n/);
    }),
  );
  expect(made).toBeGreaterThan(20);
});
