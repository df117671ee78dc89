/** Questions that no page answers to the letter: the first of the similar tasks is the one that a person would choose. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../../support/browser.ts';
import { ask, tasksIn } from '../../support/search/searching.ts';

/** As people put them, each with the number of its task; written before the search was. */
const QUESTIONS: [question: string, task: number][] = [
  ['办营业执照归谁管', 10],
  ['营业执照怎么办理', 10],
  ['权利责任清单公布', 4],
  ['收费目录清单公布', 6],
  ['价格改革方案', 8],
  ['市场准入负面清单制', 5],
  ['失信人员联合惩戒', 12],
  ['平安建设网格化管理', 13],
  ['社会组织登记改革', 14],
  ['突发事件应急预案演练', 15],
  ['政府向社会购买服务', 17],
  ['生态环境损害怎么赔偿', 19],
  ['规范性文件备案要求', 22],
  ['规范性文件要不要清理', 23],
  ['重大决策要不要听证公开', 25],
  ['法律顾问怎么聘请', 29],
  ['决策失误终身追责', 32],
  ['城管执法改革', 34],
  ['行政裁量基准', 35],
  ['公示行政执法信息', 37],
  ['执法人员考试培训', 40],
  ['人大代表询问质询', 44],
  ['审计监督全覆盖', 46],
  ['新闻媒体舆论监督', 47],
  ['政务公开工作要求', 48],
  ['怎么申请行政复议', 51],
  ['人民调解员队伍建设', 54],
  ['领导干部学习法律', 57],
  ['任职前考试法律知识', 59],
  ['依法行政示范创建', 65],
];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('the best of the similar tasks comes first', async () => {
  const { page, problems } = await site.newPage();
  await page.goto(site.url('/search/'));
  const answers = await ask(
    page,
    QUESTIONS.map(([question]) => question),
  );
  const first = QUESTIONS.map(([question], at) => [question, tasksIn(answers[at]?.related ?? [])[0]]);
  expect(first).toEqual(QUESTIONS);
  expect(answers.flatMap(({ exact }) => exact)).toEqual([]);
  expect(problems).toEqual([]);
});

test('what shares no word with the plan is not guessed at', async () => {
  const { page } = await site.newPage();
  await page.goto(site.url('/search/'));
  for (const query of ['低保', '量子咖啡机器人', '身份证丢了']) {
    const [answer] = await ask(page, [query]);
    expect([query, answer]).toEqual([query, { exact: [], related: [] }]);
  }
});
