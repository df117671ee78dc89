/** A reader of a task whose row has an empty cell learns that it was not read, not that nobody leads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { buildSite } from '../../support/build/build-site.ts';
import type { Texts } from '../../../src/search/text-pages.ts';
import { emptyFolder } from '../../support/helpers.ts';

test('the page of a task says of an empty cell that it was not read, under the head of its column', async () => {
  const [plan, outDir] = [emptyFolder(), emptyFolder()];
  mkdirSync(join(plan, 'seeds'), { recursive: true });
  const rows = [
    '序号\t任务\t牵头单位\t配合单位',
    '1\t修路\t县交通局\t县财政局',
    '2\t架桥\t\t县水利局',
    '3\t绿化\t\t',
  ];
  writeFileSync(join(plan, 'seeds/table.txt'), ['甲县任务表', ...rows, ''].join('\n'));
  expect(importSeed(plan).findings).toEqual([]);
  await buildSite({ plan, outDir });
  const words = (task: number) =>
    readFileSync(join(outDir, `tasks/${task}/index.html`), 'utf8').replace(/<[^>]*>/g, '');
  expect(words(2)).toContain('牵头单位本站没有读出（收到的文本中这一格是空的），见原文。');
  expect(words(1)).not.toContain('这一格是空的');
  // In lists, too; and where no unit was read, it is said once.
  const list = readFileSync(join(outDir, 'tasks/index.html'), 'utf8').replace(/<[^>]*>/g, '');
  expect(list).toContain('配合单位：县水利局（牵头单位一格是空的，本站没有读出，见原文）');
  const texts = JSON.parse(readFileSync(join(outDir, 'search/texts.json'), 'utf8')) as Texts;
  const facts = texts.entries.map(({ page }) => page).find(({ url }) => url === '/tasks/2/')?.facts;
  expect(facts).toContain('牵头单位一格是空的');
  const facts3 =
    /<dl class="facts"[^]*?<\/dl>/.exec(readFileSync(join(outDir, 'tasks/3/index.html'), 'utf8'))?.[0] ?? '';
  expect(facts3.match(/没有读出/g)).toHaveLength(1);
}, 120_000);
