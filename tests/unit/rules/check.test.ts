import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpret } from '../../../src/content-files/interpret.ts';
import { expect, test } from 'vitest';
import { check } from '../../../src/rules/check.ts';
import type { Content } from '../../../src/content-files/schema.ts';
import { draftOf, origin, root, seedText, the } from '../../support/helpers.ts';

const seed = { text: seedText, sha256: origin.sha256 };
const draft = draftOf(seedText);
const copy = () => structuredClone(draft);
const task = (content: Content, number: number) => the(content.tasks.find((one) => one.number === number));

/** What check says after a change, as “file keys  problem”. */
function findings(change: (content: Content) => void): string[] {
  const content = copy();
  change(content);
  return check(interpret(content), seed).map(
    ({ file, line, at, problem }) => `${file} ${line ?? at?.join('.')}  ${problem}`,
  );
}

test('what the importer reads from the seed obeys every rule', () => {
  expect(findings(() => undefined)).toEqual([]);
});

test('two tasks with the same number are reported with both files', () => {
  const found = findings((content) => (task(content, 12).number = 11));
  expect(found).toContain(
    'content/tasks/12.md number  task 11 exists twice, also in content/tasks/11.md: two pages would claim one address',
  );
  expect(found.join()).not.toContain('task 12 is missing');
});

test('a huge number is one finding, not a million', () => {
  expect(findings((content) => (task(content, 65).number = 1_000_000_000))).toEqual([
    expect.stringContaining('content/tasks/65.md number  differs from line 148 of the seed at character 1: '),
  ]);
});

test('parts, sections and measures are numbered through, too', () => {
  const found = findings(({ outline }) => {
    the(outline.parts[1]).number = 1;
    the(outline.sections[2]).number = 9;
    the(outline.sections[0]?.measures[0]).number = 2;
  });
  expect(found).toContainEqual(
    expect.stringContaining('content/outline.yaml parts.1.number  part 1 exists twice'),
  );
  expect(found).toContainEqual(
    expect.stringContaining(
      'content/outline.yaml sections.2.number  section 9 stands where section 3 is due',
    ),
  );
  expect(found).toContainEqual(
    expect.stringContaining('sections.0.measures.1.number  measure 2 exists twice'),
  );
});

test('a task under a measure that does not exist, and a measure without a task, are reported', () => {
  const found = findings((content) => (task(content, 1).measure = 99));
  expect(found).toEqual([
    'content/tasks/01.md measure  task 1 stands under measure 99, which does not exist',
  ]);
});

test('a task under another measure than that of the heading above it is reported', () => {
  const found = (from: number, measure: number) =>
    findings((content) => (task(content, from).measure = measure));
  const { measure } = task(draft, 2);
  const last = the(draft.outline.sections.at(-1)?.measures.at(-1)).number;
  const report = (number: number, wrong: number, right: number) =>
    `content/tasks/${String(number).padStart(2, '0')}.md measure  task ${number} is under measure ${wrong}, but line ${task(draft, number).line} of the seed stands under measure ${right}`;
  expect(found(2, 3)).toEqual([report(2, 3, measure)]);
  expect(found(2, last)).toEqual([report(2, last, measure)]);
  const late = the(draft.tasks.findLast((one, index) => one.measure === draft.tasks[index - 1]?.measure));
  expect(found(Number(late.number), 1)).toEqual([report(Number(late.number), 1, late.measure)]);
});

test.each([7, 1, 3, 0])(
  'a section or a chapter under the heading of part 2 or 1 is not in part %i',
  (part) => {
    const found = findings(({ outline, chapters }) => {
      the(outline.sections[0]).part = part;
      the(chapters[1]).part = part === 1 ? 2 : part;
    });
    expect(found).toEqual([
      `content/outline.yaml sections.0.part  this is said to be in part ${part}, but line 18 of the seed stands below the heading of part 2`,
      `content/chapters/part-1.yaml part  this is said to be in part ${part === 1 ? 2 : part}, but line 9 of the seed stands below the heading of part 1`,
    ]);
  },
);

test('a title that is no quotation from its task is refused, and so is the title of another task', () => {
  expect(findings((content) => (task(content, 7).title = '深化投资制度改革'))).toEqual([
    'content/tasks/07.md title  “深化投资制度改革” are not words of task 7',
  ]);
  expect(findings((content) => (task(content, 21).title = task(content, 20).title = '规范性文件'))).toEqual([
    'content/tasks/21.md title  task 20 has the same title',
  ]);
});

test('the quotation of a fact is in the line that it names', () => {
  expect(findings(({ plan }) => (the(plan.generalDeadline).line = 151))).toEqual([
    `content/plan.yaml generalDeadline.line  line 151 of the seed does not say “${the(draft.plan.generalDeadline).words}”`,
  ]);
});

test('a date that differs from its quotation is refused', () => {
  expect(findings(({ plan }) => (the(plan.generalDeadline).date = '2018-12-31'))).toHaveLength(1);
  expect(findings(({ plan }) => (the(plan.goal).date = '2020-01-01'))).toHaveLength(1);
});

test('the words of a fact are whole sentences, or those that the import reads: none is cut so that it says more', () => {
  const cut = (change: (plan: Content['plan']) => void) =>
    findings(({ plan }) => {
      change(plan);
    });
  const whole = the(draft.plan.generalDeadline).words;
  const problem = (key: string, words: string) =>
    `content/plan.yaml ${key}.words  “${words}” is a part of a sentence, which may say otherwise as a whole`;
  for (const words of [
    whole.replace('除本实施方案有明确时间要求外,', ''),
    '应当在2019年底前完成',
    '在2019年底前完成',
  ])
    expect(cut(({ generalDeadline }) => (the(generalDeadline).words = words))).toEqual([
      problem('generalDeadline', words),
    ]);
  expect(cut(({ goal }) => (the(goal).words = '2020年,基本建成职能科学'))).toEqual([
    problem('goal', '2020年,基本建成职能科学'),
  ]);
  const report = the(draft.plan.reporting).words.replace(/,并抄送.*$/, '');
  expect(cut(({ reporting }) => (the(reporting).words = report))).toEqual([problem('reporting', report)]);
  const sentence = `各项工作任务${whole}。`;
  expect(cut(({ generalDeadline }) => (the(generalDeadline).words = sentence))).toEqual([]);
});

test('words that make less of a goal, and an exception with commas, are read with it', () => {
  const text = seedText
    .replace('2020年,基本建成职能', '力争到2020年,基本建成职能')
    .replace('除本实施方案有明确时间要求外,', '除任务一、任务二,以及任务三外,');
  const { plan } = draftOf(text);
  expect(plan.goal?.words).toMatch(/^力争到2020年,基本建成/);
  expect(plan.generalDeadline?.words).toMatch(/^除任务一、任务二,以及任务三外,原则上/);
});

test('publisher, time of publication, years and column are those of the seed', () => {
  const found = findings(({ plan }) => {
    plan.publisher = '钦南区人民政府';
    plan.published = '2017-07-19T11:07:00+08:00';
    plan.period = [2016, 2021];
    plan.source.column = '政务';
  });
  expect(found.map((one) => one.split('  ')[0])).toEqual([
    'content/plan.yaml publisher',
    'content/plan.yaml published',
    'content/plan.yaml period',
    'content/plan.yaml source.column',
  ]);
});

test('who issued the plan, when and under which number are the whole words of the seed', () => {
  const text = [
    '索引号：000014349/2020-00012',
    '发文字号：云政办发〔2020〕5号',
    readFileSync(join(root, 'tests/plans/table.txt'), 'utf8'),
  ].join('\n');
  const found = (name: 'issuer' | 'dated' | 'indexNumber' | 'documentNumber', words: string) => {
    const content = draftOf(text);
    the(content.plan.metadata?.[name]).words = words;
    return check(interpret(content), { text, sha256: origin.sha256 }).map(({ at }) => at?.join('.'));
  };
  expect(found('issuer', '某某县人民政府办公室')).toEqual([]);
  expect(found('issuer', '某某县人民政府')).toEqual(['metadata.issuer.words']);
  expect(found('dated', '3月1日')).toEqual(['metadata.dated.words']);
  expect(found('indexNumber', '2020-00012')).toEqual(['metadata.indexNumber.words']);
  expect(found('documentNumber', '〔2020〕5号')).toEqual(['metadata.documentNumber.words']);
});

test('a publisher that the importer could not read is a whole name of the seed', () => {
  const text = readFileSync(join(root, 'tests/plans/table-bars.txt'), 'utf8').replace(
    '\n',
    '\n云岭县政府网 云岭县人民政府办公室\n',
  );
  const found = (publisher: string) => {
    const content = draftOf(text);
    content.plan.publisher = publisher;
    return check(interpret(content), { text, sha256: origin.sha256 }).map(({ at }) => at?.join('.'));
  };
  expect(found('云岭县人民政府办公室')).toEqual([]);
  expect(found('云岭县人民政府')).toEqual(['publisher']);
});

test('a unit taken out of the registry is one finding there, however many clauses name it', () => {
  const content = copy();
  content.units = content.units.filter(({ name }) => name !== '区工商局');
  expect(check(interpret(content), seed)).toEqual([
    {
      file: 'content/units.yaml',
      problem: '“区工商局” is not registered, but the clause of task 5 and 4 others names it',
      advice: 'put back its entry with its id, or register it with a new one',
    },
  ]);
});

test('a unit that no clause names, and one that is registered twice, are reported', () => {
  const found = findings(({ units }) => {
    units.push({ ...the(units[0]), name: '区新局' }, { ...the(units[1]), id: 'other' });
  });
  expect(found.map((one) => one.split('  ')[1])).toEqual([
    `two units claim /units/${the(draft.units[0]).id}/`,
    'no clause names “区新局”',
    `“${the(draft.units[1]).name}” is registered twice`,
  ]);
});

test('a clause that names a unit twice is reported', () => {
  const found = findings((content) => {
    const one = task(content, 7);
    one.duty = '(区发改局、区发改局负责)';
  });
  expect(found).toEqual([expect.stringMatching(/^content\/tasks\/07\.md duty {2}differs from line 31 /)]);
});

test('an unknown document is reported with its line and the nearest title', () => {
  const content = copy();
  content.documents = content.documents.filter(({ title }) => title !== '中国共产党党内监督条例');
  expect(check(interpret(content), seed)).toEqual([
    {
      file: 'content/tasks/43.md',
      at: ['text'],
      problem: 'unknown document 《中国共产党党内监督条例》',
      advice: 'register it in content/documents.yaml; the nearest title there is 《中国共产党问责条例》',
    },
  ]);
});

test('no unit goes by the name of another: who types it would be led to both', () => {
  const found = findings(({ units }) => {
    the(units[1]).aliases.push(the(units[0]).name);
  });
  expect(found.map((one) => one.split('  ')[1])).toEqual([
    `“${the(draft.units[0]).name}” is the name of the unit ${the(draft.units[0]).id}`,
  ]);
});

test('a document that no text names, a number that no text gives and a repeated document are reported', () => {
  const found = findings(({ documents }) => {
    const numbered = the(documents.find(({ number }) => number !== undefined));
    numbered.number = '钦政发〔2015〕51号';
    documents.push({ id: 'doc-90', title: '无此文件', relation: 'cited' });
    documents.push({ ...the(documents[0]), title: '又一文件' }, { ...the(documents[1]), id: 'doc-91' });
  });
  expect(found.map((one) => one.split('  ')[1])).toEqual([
    'no text gives the number 钦政发〔2015〕51号',
    'no text names 无此文件',
    'two documents claim /documents/#doc-1',
    '《广西壮族自治区法治政府建设实施方案（2016—2020年）》 is registered twice',
  ]);
});

/** What check says of a correction added to those of the importer. */
function ofCorrection(one: Partial<Content['corrections'][number]>): string[] {
  return findings(({ corrections }) => {
    corrections.push({
      id: 90,
      line: 38,
      received: '责任追朔',
      shown: '责任追朔',
      kind: 'suspected-misprint',
      reason: '。',
      ...one,
    });
  });
}

test('a suspected misprint that is shown as received is accepted', () => {
  expect(ofCorrection({ suspected: '责任追溯' })).toEqual([]);
});

test.each([
  [
    'does not stand in its line',
    { received: '责任追溯', shown: '责任追溯', suspected: '责任' },
    'occurs 0 times in line 38',
  ],
  [
    'stands in its line more than once',
    { received: '信用', shown: '信用', suspected: '信誉' },
    'times in line 38',
  ],
  [
    'corrects a misprint silently',
    { shown: '责任追溯', suspected: '责任追溯' },
    'is shown as printed: “责任追朔”',
  ],
  ['suspects nothing', {}, 'no other wording is suspected'],
  [
    'calls a changed letter a lost sign',
    { kind: 'lost-sign', shown: '责任追溯，' },
    'a lost sign only adds marks',
  ],
  [
    'calls an added letter a lost sign',
    { kind: 'lost-sign', shown: '责任的追朔' },
    'a lost sign only adds marks',
  ],
  [
    'calls an added blank a lost sign',
    { kind: 'lost-sign', shown: '责任 追朔' },
    'a lost sign only adds marks',
  ],
  ['adds nothing', { kind: 'lost-sign' }, 'a lost sign only adds marks'],
  [
    'suspects a lost sign',
    { kind: 'lost-sign', shown: '责任，追朔', suspected: '责任' },
    'has nothing suspected',
  ],
  [
    'breaks a line in the middle of a text',
    { kind: 'layout', shown: '责任\n追朔' },
    'layout does not fit the place',
  ],
  [
    'changes letters as layout',
    { kind: 'layout', shown: '责任\n追溯' },
    'a layout correction only adds line breaks',
  ],
  ['uses a registered number', { id: 1, suspected: '责任追溯' }, 'correction 1 is registered twice'],
  [
    'changes what another one changes',
    { received: '钦政发〔201550号', shown: '钦政发〔201550号', suspected: '甲' },
    'changes the same characters as correction 5',
  ],
] as const)('a correction that %s is refused', (_, correction, problem) => {
  const found = ofCorrection(correction).filter((one) => one.includes(problem));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^content\/corrections\.yaml 9\./);
});

test('a correction of lost punctuation that replaces punctuation is refused', () => {
  const found = findings(({ corrections }) => (the(corrections[0]).shown = '【2015—2020年'));
  expect(found).toContain('content/corrections.yaml 0.shown  a lost sign only adds marks');
});

test('a correction across the boundary of text and clause is refused, since it would not be shown', () => {
  const found = ofCorrection({
    line: 22,
    received: '法定化。(区编办',
    shown: '法定化。（区编办',
    suspected: '甲',
  });
  expect(found).toEqual(['content/corrections.yaml 9.kind  suspected-misprint does not fit the place']);
});

test('a seed that is another file than registered is refused', () => {
  const found = check(interpret(copy()), { text: seedText, sha256: 'f'.repeat(64) });
  expect(found).toMatchObject([{ file: 'content/plan.yaml', at: ['source', 'sha256'] }]);
});

test('a line number far beyond the seed is a finding, not an endless search', () => {
  expect(findings((content) => (task(content, 5).line = 1_000_000_000))).toEqual([
    'content/tasks/05.md line  what is said to stand on line 1000000000 of the seed stands on line 28',
  ]);
  const found = findings((content) => {
    task(content, 5).line = 1_000_000_000;
    task(content, 5).text = '某';
  });
  expect(found).toContain(
    'content/tasks/05.md line  “5)” is said to stand beyond the last line of the seed, 153',
  );
});
