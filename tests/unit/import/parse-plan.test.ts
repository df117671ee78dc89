import { expect, test } from 'vitest';
import type { Content } from '../../../src/content-files/schema.ts';
import {
  draftOf,
  firstTaskLine,
  line,
  refusalOf,
  seedFile,
  seedText,
  shortSeed,
  the,
} from '../../support/helpers.ts';

const draft = draftOf(seedText);
const task = (number: number, { tasks }: Content = draft) => the(tasks.find((one) => one.number === number));

test('the plan has 4 parts, 8 blocks, 41 measures and 65 tasks, each numbered through', () => {
  const { parts, sections } = draft.outline;
  const measures = sections.flatMap((section) => section.measures);
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
  expect(parts.map(({ number }) => number)).toEqual(upTo(4));
  expect(sections.map(({ number }) => number)).toEqual(upTo(8));
  expect(measures.map(({ number }) => number)).toEqual(upTo(41));
  expect(draft.tasks.map(({ number }) => number)).toEqual(upTo(65));
});

test.each([
  [10, 35],
  [24, 62],
])('task %i runs over two lines and is read as one', (number, first) => {
  const { line: at, text, duty } = task(number);
  expect(at).toBe(first);
  expect(`${number})${text}${duty}`).toBe(`${line(first)}\n${line(first + 1)}`);
  expect(text.split('\n')).toHaveLength(2);
});

test('a task may run over any number of lines', () => {
  const { tasks } = draftOf(shortSeed('1)甲。', '乙(丙)。', '丁。', '戊。(甲负责)', '2)己。(乙负责)'));
  expect(tasks.map(({ text }) => text)).toEqual(['甲。\n乙(丙)。\n丁。\n戊。', '己。']);
});

test('a heading glued to the end of a clause is read as the next measure', () => {
  const heading = the(draft.outline.sections.at(-1)?.measures.find(({ number }) => number === 40)).heading;
  expect(heading).toEqual({ line: 145, text: '40. 强化考核评价和督促检查' });
  expect(task(63).duty).toBe('(区委办公室、区政府办公室牵头,区直各部门、各镇政府、街道办事处按职责分别负责)');
  expect([task(63).measure, task(64).measure]).toEqual([39, 40]);
});

test('text after a clause that is not the next measure is not taken for one', () => {
  expect(refusalOf(shortSeed('1)甲。(甲负责)5. 措施五'))).toEqual([
    `seeds/${seedFile}:${firstTaskLine}  task 1 has no responsibility clause  → compare with the published page; in this plan it reads like “(甲负责)”; where it was published so, import with --accept`,
  ]);
});

test('a measure is found with and without a blank after its number', () => {
  const headings = draft.outline.sections.flatMap((section) =>
    section.measures.map(({ heading }) => heading?.text),
  );
  expect(headings.slice(0, 3)).toEqual([
    '1.依法界定政府职能',
    '2.深化行政审批制度改革',
    '3. 实行权力清单、责任清单、负面清单的动态管理',
  ]);
});

test.each([
  [1, '(街道办事处)'],
  [13, '村(社区)'],
  [12, '(钦政发〔201550号)'],
  [17, '(钦政办〔201488号)'],
  [57, '局长(主任)'],
  [54, '村(居)民委员会'],
  [64, '党委(党组、工委)'],
])('task %i has the bracket %s in its text, not in its clause', (number, bracket) => {
  expect(task(number).text).toContain(bracket);
  expect(task(number).duty).not.toContain(bracket);
});

test('words like 牵头 and 负责 in the text do not end a task', () => {
  expect(task(63).text).toContain('法制办牵头、各职能部门为主体');
  expect(task(4).text).toMatch(/失责必追究”的目标。$/);
});

test('a part with one section gives the section its heading', () => {
  const last = the(draft.outline.sections.at(-1));
  expect(last.part).toBe(3);
  expect(last.heading).toBeUndefined();
  expect(
    draft.outline.sections.slice(0, 7).every(({ part, heading }) => part === 2 && heading !== undefined),
  ).toBe(true);
});

test('the prose around the tasks is kept in chapters, its small headings as headings', () => {
  expect(draft.chapters.map(({ id, part, prose }) => [id, part, prose.length])).toEqual([
    ['preamble', 0, 1],
    ['part-1', 1, 8],
    ['part-4', 4, 4],
  ]);
  const headings = draft.chapters.flatMap(({ prose }) => prose.filter(({ kind }) => kind === 'heading'));
  expect(headings.map(({ text }) => text)).toEqual([
    '(一)指导思想',
    '(二)总体目标',
    '(三)基本原则',
    '(四)衡量标准',
  ]);
});

test('the lines of the page around the text are registered as chrome, unusual blanks included', () => {
  expect(draft.plan.chrome.map(({ line: at, what }) => `${at} ${what}`)).toEqual([
    '1 网页导航栏',
    '2 空行',
    '4 空行',
    '5 来源与发布时间栏',
    '6 空行',
  ]);
  expect(the(draft.plan.chrome.at(-1)).text).toBe('\u00a0');
});

test('who published the plan, when and where, is read from the page', () => {
  expect(draft.plan).toMatchObject({
    publisher: '钦南区人民政府办公室',
    published: '2017-07-18T11:07:00+08:00',
    period: [2016, 2020],
    source: { file: seedFile, column: '中国・钦南>> 政务公开>> 规划计划>> 正文内容' },
    official: false,
  });
});

test('the duties of 四、实施步骤 are found with their quotations', () => {
  expect(draft.plan.generalDeadline).toMatchObject({ date: '2019-12-31', line: 150 });
  expect(draft.plan.reporting?.line).toBe(151);
  expect(draft.plan.reporting?.words).toMatch(/^每年12月前,.*书面报.*抄送区法制办。$/);
  expect(draft.plan.goal).toMatchObject({ date: '2020-12-31', line: 12 });
});

test('a text is read the same way twice', () => {
  expect(draftOf(seedText)).toEqual(draft);
});

test('a repeated task number is reported with its line and the number it should have', () => {
  expect(refusalOf(shortSeed('1)甲。(甲负责)', '1)乙。(甲负责)'))).toEqual([
    `seeds/${seedFile}:${firstTaskLine + 1}  task number 1 occurs twice  → it should be 2, or a heading is missing above it`,
  ]);
});

test('a missing task number is reported where it is missing', () => {
  expect(refusalOf(shortSeed('1)甲。(甲负责)', '3)乙。(甲负责)'))).toEqual([
    `seeds/${seedFile}:${firstTaskLine + 1}  task 3 follows task 1  → find the missing task 2`,
  ]);
});

test('a task before the first measure and a measure out of turn are reported', () => {
  expect(refusalOf(shortSeed('1)甲。(甲负责)', '3.措施三', '2)乙。(甲负责)'))).toEqual([
    `seeds/${seedFile}:${firstTaskLine + 1}  measure 3 follows measure 1  → find the heading of measure 2`,
  ]);
  const early = shortSeed('2)乙。(甲负责)').replace('1.措施一', '1)甲。(甲负责)\n1.措施一');
  expect(refusalOf(early)).toEqual([
    `seeds/${seedFile}:${firstTaskLine - 1}  task 1 stands before the first measure  → find the heading of measure 1; where it was published so, import with --accept`,
  ]);
});

test('a task without a clause is reported at its own line, not at the next', () => {
  expect(refusalOf(shortSeed('1)甲。', '2)乙。(甲负责)'))[0]).toMatch(
    new RegExp(`^seeds/.*:${firstTaskLine}  task 1 has no responsibility clause`),
  );
});

test.each([
  ['1)甲。(甲负责', '(甲负责'],
  ['1)甲(乙。(甲负责)', '(乙。'],
  ['1)甲乙)丙。(甲负责)', ')丙。'],
])('%s has an unclosed bracket, and the message shows it', (text, near) => {
  const [finding, ...more] = refusalOf(shortSeed(text));
  expect(more).toEqual([]);
  expect(finding).toContain(`:${firstTaskLine}  task 1 has an unclosed bracket: “${near}`);
});

test('an unclosed bracket in the second line of a task is reported there', () => {
  expect(refusalOf(shortSeed('1)甲。', '乙(丙。(甲负责)'))[0]).toContain(
    `:${firstTaskLine + 1}  task 1 has an unclosed`,
  );
});

test('a clause with text that is neither a role nor a date is reported with this text', () => {
  expect(refusalOf(shortSeed('1)甲。(甲负责,20177年底)'))[0]).toContain(
    `:${firstTaskLine}  task 1: cannot read “20177年底” in the clause`,
  );
});

test('a block without the line 措施: is reported', () => {
  expect(refusalOf(shortSeed('1)甲。(甲负责)').replace('措施:\n', '附注:\n'))[0]).toContain(
    'has no line 措施:',
  );
});

test('publisher, years and final rules are left out where the text does not state them', () => {
  const seed = shortSeed('1)甲。(甲负责)');
  expect(draftOf(seed.replace('来源', '出处')).plan.publisher).toBeUndefined();
  expect(draftOf(seed.replace('(2016-2020年)', '')).plan.period).toBeUndefined();
  expect(draftOf(seed.replace('原则上', '')).plan.generalDeadline).toBeUndefined();
  expect(draftOf(seed.replace('书面报', '')).plan.reporting).toBeUndefined();
  expect(draftOf(seed.replace('基本建成', '')).plan.goal).toBeUndefined();
});

test('the goal of a sentence with several years is what it says of the last', () => {
  const goal = (words: string) =>
    draftOf(shortSeed('1)甲。(甲负责)').replace(/.*基本建成.*/, words)).plan.goal;
  expect(goal('到2024年底，掌上可办率达到95%以上；到2026年底，体系基本形成。')).toMatchObject({
    date: '2026-12-31',
    words: '到2026年底，体系基本形成。',
  });
  expect(goal('到2024年底，掌上可办率达到95%以上。')).toMatchObject({ date: '2024-12-31' });
});

test('all findings of a text are reported at once', () => {
  const findings = refusalOf(shortSeed('1)甲。', '3)乙。(甲参与)', '3)丙。(甲负责)').replace('原则上', ''));
  expect(findings.map((one) => /seeds\/\S+ {2}(\S+ \S+)/.exec(one)?.[1])).toHaveLength(findings.length);
  expect(findings.length).toBeGreaterThanOrEqual(4);
});

test('a page of twenty thousand lines after an unclosed task is refused in a moment', () => {
  const long = shortSeed('1)甲(负责。', ...Array.from({ length: 19_000 }, () => '负责负责。'));
  const before = performance.now();
  expect(refusalOf(long).length).toBeGreaterThan(0);
  expect(performance.now() - before).toBeLessThan(2000);
});
