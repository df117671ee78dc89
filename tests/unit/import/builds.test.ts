/** A4: whatever an import writes can be built. Damaged plans are imported into folders, and each that was taken is read as the build reads it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { readChecked } from '../../../src/rules/read-checked.ts';
import { emptyFolder, numbers, root } from '../../support/helpers.ts';
import { isWhole } from '../../support/whole.ts';

const plans = readdirSync(join(root, 'tests/plans'))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(root, 'tests/plans', name), 'utf8'));

/** Pieces of plans, and of what has once been written and did not build. */
const PIECES = [
  ...[
    '（区档案局按照《档案法》负责）',
    '（甲局、《某办法》负责）',
    '（由“甲乙”负责）',
    '（同上）',
    '（负责）',
  ],
  ...[
    '责任单位：甲局',
    '\n1.',
    '\n（一）',
    '\n一、',
    '《',
    '》',
    '（',
    '）',
    '“',
    '、',
    '。',
    '：',
    '\t',
    '\n\n',
  ],
  ...['# ', '---\n', ': ', "'", '"', '*', '&a', '!', '2017年底前', '2017年2月30日前完成', '\u3000', '𠮷'],
];

/** A plan with one to four changes: a piece put in, a stretch cut out, moved or doubled. */
function damaged(below: (limit: number) => number): string {
  let text = plans[below(plans.length)] ?? '';
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const [from, to] = [below(text.length), below(text.length)];
    const stretch = text.slice(from, from + 1 + below(60));
    const without = text.slice(0, from) + text.slice(from + stretch.length);
    const piece = PIECES[below(PIECES.length)] ?? '';
    text =
      [
        text.slice(0, from) + piece + text.slice(from),
        without,
        without.slice(0, to) + stretch + without.slice(to),
        text.slice(0, to) + stretch + text.slice(to),
      ][below(4)] ?? text;
  }
  return text.toWellFormed();
}

const CASES = isWhole ? 2000 : 300;

test(`of ${CASES} damaged plans each that the import takes can be built`, () => {
  const below = numbers(20);
  const folder = emptyFolder();
  let taken = 0;
  for (let index = 0; index < CASES; index++) {
    const text = damaged(below);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'seeds'), { recursive: true });
    writeFileSync(join(folder, 'seeds/plan.txt'), text);
    const { findings } = importSeed(folder, { accept: index % 2 === 0 });
    if (findings.length > 0) continue;
    taken++;
    expect(readChecked(folder).findings, `case ${index}: ${text}`).toEqual([]);
  }
  expect(taken).toBeGreaterThan(CASES / 4);
  expect(taken).toBeLessThan(CASES);
});
