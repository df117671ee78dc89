/** The forms that responsibility clauses come in. */
import { expect, test } from 'vitest';
import { isClause } from '../../../src/clauses/read-clause.ts';
import { mayBeSeveral, nameKey } from '../../../src/clauses/names.ts';
import { clauseSpans } from '../../../src/import/structure/clause-spans.ts';
import { fold } from '../../../src/clauses/fold.ts';
import { briefly, partsOf, draftOf, shortSeed } from '../../support/helpers.ts';

/** Units with their roles, and whatever else is no mark. */
const read = (clause: string, names: string[] = []) =>
  partsOf(clause, { names: new Set(names) }).flatMap((part) => {
    if (part.kind === 'unit') return `${part.text} ${part.role}`;
    if (part.kind === 'deadline') return `${part.text} = ${part.date}`;
    return part.kind === 'punctuation' || part.kind === 'role' ? [] : `${part.kind} ${part.text}`;
  });

test.each([
  ['责任单位：甲、乙', ['sole 责任单位']],
  ['（牵头单位：甲；配合单位 ：乙）', ['lead 牵头单位', 'support 配合单位']],
  ['责任单位：甲（牵头）、乙', ['sole 责任单位', 'lead （牵头）']],
  ['（甲牵头，会同乙落实）', ['lead 牵头', 'with 会同']],
  ['完成时限：2018年6月', []],
])('%s: role words are recognized at any position', (clause, expected) => {
  const said = partsOf(clause).flatMap((part) => (part.kind === 'role' ? `${part.role} ${part.text}` : []));
  expect(said).toEqual(expected);
});

test.each([
  ['（甲牵头，乙、丙按职责分工负责）', ['甲 lead', '乙 joint', '丙 joint']],
  ['（甲、乙负责）', ['甲 sole', '乙 sole']],
  [
    '（甲牵头，乙等有关部门及各地区按职责分工负责）',
    ['甲 lead', '乙 joint', 'open 等有关部门', '各地区 joint'],
  ],
  ['（牵头单位：甲；配合单位：乙、丙）', ['甲 lead', '乙 support', '丙 support']],
  ['(牵头单位:甲;配合单位:乙)', ['甲 lead', '乙 support']],
  ['责任单位：甲、乙', ['甲 sole', '乙 sole']],
  ['责任单位：甲、乙。', ['甲 sole', '乙 sole']],
  ['　　责任单位：甲 乙\u3000丙', ['甲 sole', '乙 sole', '丙 sole']],
  [
    '牵头单位：甲　配合单位：乙、丙　完成时限：2018年6月',
    ['甲 lead', '乙 support', '丙 support', '2018年6月 = 2018-06-30'],
  ],
  ['责任单位：甲（牵头）、乙', ['甲 lead', '乙 sole']],
  ['【责任单位：甲、乙】', ['甲 sole', '乙 sole']],
  ['（甲会同乙）', ['甲 sole', '乙 with']],
  ['（甲会同乙、丙等部门负责）', ['甲 sole', '乙 with', '丙 with', 'open 等部门']],
  ['（甲牵头，会同乙落实）', ['甲 lead', '乙 with']],
  ['（由甲负责）', ['甲 sole']],
  ['（甲牵头、乙配合）', ['甲 lead', '乙 support']],
  ['（甲按各自职责分工负责）', ['甲 joint']],
  [
    '（财政部、发展改革委等和各有关省级人民政府负责）',
    ['财政部 sole', '发展改革委 sole', 'open 等', '各有关省级人民政府 sole'],
  ],
  ['（甲等12个部门和乙负责）', ['甲 sole', 'open 等12个部门', '乙 sole']],
  ['（各省、自治区、直辖市人民政府负责）', ['各省、自治区、直辖市人民政府 sole']],
  ['（县委宣传部（县文明办）牵头）', ['县委宣传部（县文明办） lead']],
  ['（各县（市、区）人民政府负责）', ['各县（市、区）人民政府 sole']],
  ['（各高等学校负责）', ['各高等学校 sole']],
  ['（同上）', ['same 同上']],
  ['责任单位：同上', ['same 同上']],
  ['（甲负责，长期坚持）', ['甲 sole', 'standing 长期坚持']],
  ['（甲负责，每年12月底前完成）', ['甲 sole', 'standing 每年12月底前完成']],
  ['（甲负责，2018年底前取得明显成效）', ['甲 sole', '2018年底前取得明显成效 = 2018-12-31']],
  ['责任单位：甲，2018年10月底前完成', ['甲 sole', '2018年10月底前完成 = 2018-10-31']],
])('%s', (clause, expected) => {
  expect(read(clause)).toEqual(expected);
  expect(isClause(clause.trim().replace(/。$/, ''))).toBe(true);
  expect(
    partsOf(clause)
      .map(({ source }) => source)
      .join(''),
  ).toBe(clause);
});

/** Forms of real plans (P4–P6, P9, P10, P13–P15), each with variants of our own. */
test.each([
  // P4: a collective behind 和, 及, 与 or 以及 ends the name before it; 等 with a level names a collective.
  [
    '（甲局牵头，乙部、丙部等国务院相关部门及各地区按职责分工负责）',
    ['甲局 lead', '乙部 joint', '丙部 joint', 'open 等', '国务院相关部门 joint', '各地区 joint'],
  ],
  ['（甲局及各区按职责分工负责）', ['甲局 joint', '各区 joint']],
  ['（甲局、乙局和各区政府负责）', ['甲局 sole', '乙局 sole', '各区政府 sole']],
  ['（县发改局以及各乡镇人民政府负责）', ['县发改局 sole', '各乡镇人民政府 sole']],
  ['（市文化和旅游局与相关部门按职责分工负责）', ['市文化和旅游局 joint', '相关部门 joint']],
  ['（甲局牵头，乙局等市有关部门配合）', ['甲局 lead', '乙局 support', 'open 等', '市有关部门 support']],
  ['（甲局等省直有关单位和各市州负责）', ['甲局 sole', 'open 等', '省直有关单位 sole', '各市州 sole']],
  ['（全区各级政府及其部门负责）', ['全区各级政府及其部门 sole']],
  ['（甲局牵头，乙局，各区、县级市按职责分工负责）', ['甲局 lead', '乙局 joint', '各区、县级市 joint']],
  ['（各镇、街道办事处负责）', ['各镇、街道办事处 sole']],
  ['（各镇政府、街道办事处负责）', ['各镇政府 sole', '街道办事处 sole']],
  ['（各县（市、区）、开发区管委会负责）', ['各县（市、区）、开发区管委会 sole']],
  ['（各镇、县教育局负责）', ['各镇 sole', '县教育局 sole']],
  // P5: groups between commas share the role words that follow.
  ['（甲局、乙局，各区政府按职责分工负责）', ['甲局 joint', '乙局 joint', '各区政府 joint']],
  ['（甲厅牵头，乙办，丙局、丁局按职责分工负责）', ['甲厅 lead', '乙办 joint', '丙局 joint', '丁局 joint']],
  [
    '（县委宣传部，县教育局，团县委等单位，各镇负责）',
    ['县委宣传部 sole', '县教育局 sole', '团县委 sole', 'open 等单位', '各镇 sole'],
  ],
  ['（甲局，乙局牵头，丙局，丁局配合）', ['甲局 lead', '乙局 lead', '丙局 support', '丁局 support']],
  [
    '（牵头单位：甲局，乙局；配合单位：丙局，丁局）',
    ['甲局 lead', '乙局 lead', '丙局 support', '丁局 support'],
  ],
  // A comma may stand between the names and how they share the work, too.
  ['（甲局、乙局，按照职责分工负责落实）', ['甲局 joint', '乙局 joint']],
  // How a role is taken is no part of the name before it.
  ['（甲局、乙局按职责分工分别牵头，丙局按照各自职责配合）', ['甲局 lead', '乙局 lead', '丙局 support']],
  ['（甲局按职责牵头负责，乙局按职责分工参与）', ['甲局 lead', '乙局 participate']],
  ['（甲局牵头，乙局、丙局根据职责分工协助）', ['甲局 lead', '乙局 assist', '丙局 assist']],
  // 政府 and 办事处 behind 党委 have no name of their own.
  ['（各镇党委、政府负责）', ['各镇党委、政府 sole']],
  [
    '（甲局牵头，各乡镇（街道）党（工）委、政府（办事处）和有关部门配合）',
    ['甲局 lead', '各乡镇（街道）党（工）委、政府（办事处） support', '有关部门 support'],
  ],
  ['责任单位：甲局、乙街道党工委、办事处，丙镇', ['甲局 sole', '乙街道党工委、办事处 sole', '丙镇 sole']],
  ['（县委、县政府负责）', ['县委 sole', '县政府 sole']],
  ['（县委、政府办负责）', ['县委 sole', '政府办 sole']],
  ['（县直各部门、单位负责）', ['县直各部门、单位 sole']],
  ['责任单位：各有关部门、单位，各乡镇', ['各有关部门、单位 sole', '各乡镇 sole']],
  ['（县政府各工作部门、派出机构负责）', ['县政府各工作部门、派出机构 sole']],
  // 等 with any kind of bodies leaves the list open.
  [
    '（团县委等县直部门，县教育局等10个县直单位负责）',
    ['团县委 sole', 'open 等县直部门', '县教育局 sole', 'open 等10个县直单位'],
  ],
  ['（县教育局等成员单位配合）', ['县教育局 support', 'open 等成员单位']],
  [
    '（县妇联等群团组织、县城管局等执法部门配合）',
    ['县妇联 support', 'open 等群团组织', '县城管局 support', 'open 等执法部门'],
  ],
  ['（县公安局等8家单位负责）', ['县公安局 sole', 'open 等8家单位']],
  [
    '（责任单位：甲局；完成时限：2023年6月底，区财政局）',
    ['甲局 sole', '2023年6月底 = 2023-06-30', 'unread 区财政局'],
  ],
  // Words before a label are part of it.
  [
    '（牵头单位：甲局；主要配合单位：乙局；其他配合单位：丙局）',
    ['甲局 lead', '乙局 support', '丙局 support'],
  ],
  ['（市级牵头单位：甲局；县级牵头单位：乙局，第二责任单位：丙局）', ['甲局 lead', '乙局 lead', '丙局 sole']],
  [
    '（牵头单位：甲局；市、县责任单位：乙局，县（区）责任单位：丙局；次要配合单位：丁局）',
    ['甲局 lead', '乙局 sole', '丙局 sole', '丁局 support'],
  ],
  ['（县住房和城乡建设局，县财政局负责）', ['县住房和城乡建设局 sole', '县财政局 sole']],
  [
    '（跨境电商综试区管委会、推动长江经济带发展领导小组办公室牵头）',
    ['跨境电商综试区管委会 lead', '推动长江经济带发展领导小组办公室 lead'],
  ],
  // In a plan of one body names need no level.
  ['（管委会、各部门负责）', ['管委会 sole', '各部门 sole']],
  ['责任单位：分局、服务中心', ['分局 sole', '服务中心 sole']],
  ['（组织部、政协办、法院负责）', ['组织部 sole', '政协办 sole', '法院 sole']],
  ['（县人大办、政府办、政协办负责）', ['县人大办 sole', '政府办 sole', '政协办 sole']],
  ['（主要由甲局负责，分别由乙局、丙局配合）', ['甲局 sole', '乙局 support', '丙局 support']],
  ['（各有关部门、企业、学校负责）', ['各有关部门、企业、学校 sole']],
  ['（牵头单位：甲局、乙局、责任单位：各乡镇）', ['甲局 lead', '乙局 lead', '各乡镇 sole']],
  // A blank between two complete names divides them; one within a name does not.
  ['（县水利局 县林业局牵头，丙局配合）', ['县水利局 lead', '县林业局 lead', '丙局 support']],
  ['（县发展 改革局负责）', ['县发展 改革局 sole']],
  ['（某某县 司法局牵头，县委 宣传部配合）', ['某某县 司法局 lead', '县委 宣传部 support']],
  ['（国家税务总局 某某县税务局负责）', ['国家税务总局 某某县税务局 sole']],
  // Names that do not end like those of bodies stand beside others.
  ['（县侨联、县委统战部负责）', ['县侨联 sole', '县委统战部 sole']],
  ['（国网某某供电、县住建局负责）', ['国网某某供电 sole', '县住建局 sole']],
  ['（县第一中学、县教育局牵头）', ['县第一中学 lead', '县教育局 lead']],
  ['（团县委、县妇联、县残联等部门负责）', ['团县委 sole', '县妇联 sole', '县残联 sole', 'open 等部门']],
  // Behind a label of times any words are of time, but for a body.
  ['（责任单位：甲局；完成时限：按省统一部署）', ['甲局 sole', 'standing 按省统一部署']],
  ['（责任单位：甲局；完成时限：2022年10月试运行）', ['甲局 sole', 'standing 2022年10月试运行']],
  // 、 behind a role word begins another role.
  ['（甲局牵头、乙局配合、丙局参与）', ['甲局 lead', '乙局 support', '丙局 participate']],
  // A label below which nobody is named.
  ['（牵头单位：甲局；配合单位：无）', ['甲局 lead']],
  ['牵头单位：甲局。配合单位：—。完成时限：2020年底前', ['甲局 lead', '2020年底前 = 2020-12-31']],
  // P6: more labels and role words, each a role of its own.
  ['（负责部门：甲局；时间节点：2023年3月）', ['甲局 sole', '2023年3月 = 2023-03-31']],
  ['负责单位：甲局、乙局', ['甲局 sole', '乙局 sole']],
  ['（部门分工：甲局牵头，乙局协办）', ['甲局 lead', '乙局 assist']],
  ['（甲局牵头，乙局参与，丙局指导）', ['甲局 lead', '乙局 participate', '丙局 guide']],
  ['（甲局负责，乙局参加，丙局协同）', ['甲局 sole', '乙局 participate', '丙局 assist']],
  ['（甲局落实）', ['甲局 implement']],
  ['（甲局、乙局抓好落实）', ['甲局 implement', '乙局 implement']],
  ['（各镇组织实施，甲局业务指导）', ['各镇 implement', '甲局 guide']],
  [
    '（参与单位：甲局；指导单位：乙局；主办单位：丙局）',
    ['甲局 participate', '乙局 guide', '丙局 implement'],
  ],
  ['（牵头：甲局，配合：乙局、丙局）', ['甲局 lead', '乙局 support', '丙局 support']],
  // P9: …分别牵头.
  ['责任单位：甲局、乙局分别牵头', ['甲局 lead', '乙局 lead']],
  ['（甲局、乙局共同牵头，丙局配合）', ['甲局 lead', '乙局 lead', '丙局 support']],
  ['（甲局、乙局联合牵头负责）', ['甲局 lead', '乙局 lead']],
  // P10: the rule that the first one leads, in other words.
  [
    '（责任单位：甲局、乙局；列首位的为牵头单位，下同）',
    ['甲局 lead', '乙局 sole', 'rule 列首位的为牵头单位，下同'],
  ],
  [
    '（责任单位：甲局、乙局（除标注“分别牵头”外，列第一位为牵头单位，下同））',
    ['甲局 lead', '乙局 sole', 'rule （除标注“分别牵头”外，列第一位为牵头单位，下同）'],
  ],
  ['（甲局、乙局负责，排名第一的为牵头单位）', ['甲局 lead', '乙局 sole', 'rule 排名第一的为牵头单位']],
  [
    '责任单位：甲局、乙局。排在首位的单位为牵头单位',
    ['甲局 lead', '乙局 sole', 'rule 排在首位的单位为牵头单位'],
  ],
  // P13: people are no units.
  ['牵头领导：张三', []],
  ['（责任单位：甲局；责任领导：张三；责任人：李四）', ['甲局 sole']],
  ['牵头单位：甲局　分管领导：张三、李四　完成时限：2023年底', ['甲局 lead', '2023年底 = 2023-12-31']],
  ['（包保县领导：王五；责任单位：乙局）', ['乙局 sole']],
  // P14: other brackets.
  ['〔牵头单位：甲局；配合单位：乙局〕', ['甲局 lead', '乙局 support']],
  ['〔甲局负责，2018年底前完成〕', ['甲局 sole', '2018年底前完成 = 2018-12-31']],
  ['〖责任单位：甲局〗', ['甲局 sole']],
  ['［甲局牵头，乙局配合］', ['甲局 lead', '乙局 support']],
  // P15: traditional characters.
  [
    '（牽頭單位：甲局；責任單位：乙局；完成時限：2018年6月）',
    ['甲局 lead', '乙局 sole', '2018年6月 = 2018-06-30'],
  ],
  [
    '（縣發展改革局負責，二○一八年六月底前完成）',
    ['縣發展改革局 sole', '二○一八年六月底前完成 = 2018-06-30'],
  ],
  ['（甲廳牽頭，乙局參與）', ['甲廳 lead', '乙局 participate']],
  // P18: radicals.
  ['（县⺠政局负责，2018年6⽉底前）', ['县民政局 sole', '2018年6月底前 = 2018-06-30']],
])('%s: %j', (clause, expected) => {
  expect(read(clause)).toEqual(expected);
  expect(
    partsOf(clause)
      .map(({ source }) => source)
      .join(''),
  ).toBe(clause);
});

/** What is no name is never a unit: it is shown as it is, and told as not read. */
test.each([
  '城区由县城管局负责',
  '其中村干部由各乡镇负责',
  '其中乡镇政府负责',
  '拟由县审计局牵头',
  '县水利局或县林业局负责',
  '县司法局暂不牵头',
  '分管副县长牵头',
  '县委书记、县长负责',
  '各乡镇长、村主任负责',
  '县教育、卫健、民政部门负责',
  '县住建、交通等行业主管部门配合',
  '县发改、财政、市场监管局负责',
  '县教育局、人社、卫健部门负责',
  '县检察、法院、公安局负责',
  '由县教育局指导各学校落实',
  '县教育局组织有关单位实施',
  '责任单位：同第1项',
  '责任单位：上述单位',
  '责任单位：县司法局.县民政局',
])('（%s，区司法局负责） names one unit that can be read', (words) => {
  const names = partsOf(`（${words}，区司法局负责）`).flatMap((part) =>
    part.kind === 'unit' ? [part.text] : [],
  );
  expect(names).toEqual(['区司法局']);
});

test.each([
  '（鼓励企业参与）',
  '（市民积极参与）',
  '（动员家庭、学校、社区参与）',
  '（组织学校、幼儿园参加）',
  '（按国家部署实施）',
  '（抓紧落实）',
  '（专家指导）',
  '（某某部门：甲局、乙局）',
])('%s is a bracket of the text', (bracket) => {
  expect(clauseSpans(fold(`做好甲。${bracket}`)).filter(({ unread }) => unread === undefined)).toEqual([]);
});

/** Labels in brackets, with a dash, a stroke or a blank, and those of two words; a bracket behind all names has their role. */
test.each([
  ['【牵头单位】甲局【配合单位】乙局、丙局', ['甲局 lead', '乙局 support', '丙局 support']],
  ['〔责任单位〕甲局', ['甲局 sole']],
  ['[责任单位]甲局；[完成时限]2022年6月底', ['甲局 sole', '2022年6月底 = 2022-06-30']],
  ['（【牵头单位】甲局【配合单位】乙局）', ['甲局 lead', '乙局 support']],
  ['牵头单位——甲局', ['甲局 lead']],
  ['牵头单位 甲局、乙局 配合单位 丙局', ['甲局 lead', '乙局 lead', '丙局 support']],
  ['责任单位 甲局 完成时限 长期', ['甲局 sole', 'standing 长期']],
  ['责任单位/县教育局', ['县教育局 sole']],
  ['责任部门（单位）：甲局', ['甲局 sole']],
  ['（责任部门（单位）：甲局）', ['甲局 sole']],
  ['主责单位：甲局', ['甲局 sole']],
  ['（责任科室：办公室、法制科）', ['办公室 sole', '法制科 sole']],
  ['责任单位及责任人：甲局 李四', ['甲局 sole']],
  ['（责任单位：李四）', ['unread 李四']],
  ['（责任单位及责任人：甲局、李四）', ['unread 甲局、李四']],
  ['责任单位：（牵头）甲局（配合）乙局', ['unread （牵头）甲局（配合）乙局']],
  ['（责任单位：甲局、乙局（按职责分工负责））', ['甲局 joint', '乙局 joint']],
  ['（甲局、乙局（共同牵头），丙局配合）', ['甲局 lead', '乙局 lead', '丙局 support']],
  ['（责任单位：甲局、乙局（牵头））', ['甲局 sole', '乙局 lead']],
])('%s is read as %j', (clause, expected) => {
  expect(read(clause)).toEqual(expected);
  expect(isClause(clause)).toBe(true);
  expect(
    partsOf(clause)
      .map(({ source }) => source)
      .join(''),
  ).toBe(clause);
});

test.each([
  ['公布清单。【牵头单位】甲局【配合单位】乙局', ['【牵头单位】甲局【配合单位】乙局']],
  ['公布清单。责任单位：甲局、乙局（按职责分工负责）', ['责任单位：甲局、乙局（按职责分工负责）']],
  ['公布清单。（责任人：李四）', ['（责任人：李四）']],
  ['责任单位 各部门要加强领导', []],
  ['牵头单位 配合单位 完成时限', []],
  ['责任单位/部门要加强领导', []],
])('the clauses of “%s” are %j, each once', (text, expected) => {
  expect(clauseSpans(fold(text)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('the words of a label are those in its brackets', () => {
  const roles = partsOf('【牵头单位】甲局').filter(({ kind }) => kind === 'role');
  expect(roles.map(({ text }) => text)).toEqual(['牵头单位']);
});

/** Brackets that say who takes part, besides those who are responsible, name no unit. */
test.each([
  ['推进共建（乡村学校指导）。', false],
  ['推进共建（家庭、学校、社区参与）。', false],
  ['推进共建（第三方机构实施）。', false],
  ['推进共建（市场主体、行业协会参与）。', false],
  ['推进共建（社会各界参与）。', false],
  ['推进共建（业主委员会参与）。', false],
  ['推进共建（县教育局、各学校参与）。', true],
  ['推进共建（街道、社区实施）。', true],
  ['推进共建（教育局指导）。', true],
  ['推进共建（机关各科室落实）。', true],
  ['推进共建（市场监管局、乡村振兴局参与）。', true],
])('“%s” names a unit: %j', (text, expected) => {
  expect(clauseSpans(fold(text)).some(({ unread }) => unread === undefined)).toBe(expected);
});

/** People behind a unit, and the numbers of entries and footnotes, are no part of its name; other brackets are. */
test.each([
  ['（责任单位：县水利局（李四）、县林业局（王五、欧阳明））', ['县水利局 sole', '县林业局 sole']],
  ['（县水利局（局长李四）负责）', ['县水利局 sole']],
  ['（责任单位：县水利局李四）', ['unread 县水利局李四']],
  ['（责任单位：县水利局局长李四）', ['unread 县水利局局长李四']],
  ['（责任单位：县公安局江北分局、县医保局（常设））', ['县公安局江北分局 sole', '县医保局（常设） sole']],
  [
    '（责任单位：县水利局（联系人：李四，电话：0771-1234567）、县林业局）',
    ['县水利局 sole', '县林业局 sole'],
  ],
  ['（责任单位：县水利局（李四，13800000000））', ['县水利局 sole']],
  [
    '（责任单位：县教育局（体育局）、县农业局（林业））',
    ['县教育局（体育局） sole', '县农业局（林业） sole'],
  ],
  ['（县委办（县档案局）、各乡镇（园区）负责）', ['县委办（县档案局） sole', '各乡镇（园区） sole']],
  ['（县住建局（含县城管局）负责）', ['县住建局（含县城管局） sole']],
  ['（1.县司法局、2.县财政局负责）', ['县司法局 sole', '县财政局 sole']],
  ['（①县司法局②县财政局负责）', ['县司法局 sole', '县财政局 sole']],
])('%s names %j', (clause, expected) => {
  expect(read(clause)).toEqual(expected);
  expect(
    partsOf(clause)
      .map(({ source }) => source)
      .join(''),
  ).toBe(clause);
});

/** The cells of a table are read with what the head of their column announces. */
test.each([
  ['甲局\n乙局', 'sole', ['甲局 sole', '乙局 sole']],
  ['甲局、\n乙局、', 'lead', ['甲局 lead', '乙局 lead']],
  ['1.甲局 2.乙局', 'sole', ['甲局 sole', '乙局 sole']],
  ['1. 甲局 2. 乙局', 'sole', ['甲局 sole', '乙局 sole']],
  ['1、甲局；2、乙局', 'sole', ['甲局 sole', '乙局 sole']],
  ['①甲局②乙局', 'sole', ['甲局 sole', '乙局 sole']],
  ['①甲局 ②各乡镇 （街道）', 'sole', ['甲局 sole', '各乡镇 （街道） sole']],
  ['①甲局、②乙局', 'sole', ['甲局 sole', '乙局 sole']],
  ['一、县司法局；二、县财政局', 'sole', ['县司法局 sole', '县财政局 sole']],
  ['县司法局1、县财政局[2]', 'sole', ['县司法局 sole', '县财政局 sole']],
  ['县水利局 李四', 'sole', ['县水利局 sole']],
  ['12 个乡镇、甲局', 'sole', ['12 个乡镇 sole', '甲局 sole']],
  ['周全', 'people', []],
  ['甲局 等有关部门', 'sole', ['甲局 sole', 'open 等有关部门']],
  ['县政府 办公室', 'sole', ['unread 县政府 办公室']],
  ['县发展和改革 委员会', 'sole', ['unread 县发展和改革 委员会']],
  ['1', 'lead', ['unread 1']],
  ['待定', 'lead', []],
  // A line break inside of a cell has become a blank; one before a role in brackets separates no names.
  ['县教科局 （牵头） 县住建局', 'sole', ['县教科局 lead', '县住建局 sole']],
  ['县住建局  (牵头单位)、县交通局 （配合）', 'sole', ['县住建局 lead', '县交通局 support']],
  ['县人社局牵头 县总工会、团县委', 'sole', ['县人社局 lead', '县总工会 sole', '团县委 sole']],
  ['县人社局、县民政局牵头 县总工会配合', 'sole', ['县人社局 lead', '县民政局 lead', '县总工会 support']],
  ['县人社局 牵头', 'sole', ['县人社局 lead']],
  ['无', 'support', []],
  ['—', 'support', []],
  ['县发改局牵头，县财政局配合', 'sole', ['县发改局 lead', '县财政局 support']],
  ['牵头单位：甲局\n配合单位：乙局', 'sole', ['甲局 lead', '乙局 support']],
  ['2025年', 'time', ['2025年 = 2025-12-31']],
  ['按上级要求', 'time', ['standing 按上级要求']],
  ['张三', 'people', []],
] as const)('in a column, %j as %s is %j', (text, column, expected) => {
  const parts = partsOf(text, { column });
  expect(
    parts.flatMap((part) => {
      if (part.kind === 'unit') return `${part.text} ${part.role}`;
      if (part.kind === 'deadline') return `${part.text} = ${part.date}`;
      return part.kind === 'punctuation' || part.kind === 'role' ? [] : `${part.kind} ${part.text}`;
    }),
  ).toEqual(expected);
  expect(parts.map(({ source }) => source).join('')).toBe(text);
});

test('the first of several units leads only where the text says so', () => {
  expect(read('（甲、乙负责）')).toEqual(['甲 sole', '乙 sole']);
  expect(briefly('（甲、乙负责，列第一位者为牵头单位，下同）')).toContain('unit 甲 lead');
  const roles = (clause: string) =>
    partsOf(clause, { firstLeads: true }).flatMap((part) => (part.kind === 'unit' ? part.role : []));
  expect(roles('（甲、乙负责）')).toEqual(['lead', 'sole']);
  expect(roles('（甲负责）')).toEqual(['sole']);
  expect(roles('（甲、乙牵头，丙负责）')).toEqual(['lead', 'lead', 'sole']);
});

test('a sentence about all later tasks is a rule, not units', () => {
  expect(read('（甲负责。以下均需各省级人民政府负责，不再列出）')).toEqual([
    '甲 sole',
    'rule 以下均需各省级人民政府负责，不再列出',
  ]);
});

test.each([
  ['县教育局和县财政局', ['县教育局', '县财政局'], ['县教育局', '县财政局']],
  ['县教育局、县财政局以及县司法局', ['县财政局', '县司法局'], ['县教育局', '县财政局', '县司法局']],
  ['教育局和财政局', ['教育局'], ['教育局和财政局']],
  // Bodies that each have a level, or an area, of their own are several.
  ['市教育局和市财政局', [], ['市教育局', '市财政局']],
  ['市教育局、市财政局和市水利局以及市林业局', [], ['市教育局', '市财政局', '市水利局', '市林业局']],
  ['县自然资源和规划局及县林业和草原局', [], ['县自然资源和规划局', '县林业和草原局']],
  ['县文化广电和旅游局与县教育和体育局', [], ['县文化广电和旅游局', '县教育和体育局']],
  ['某某县教育局和某某县财政局', [], ['某某县教育局', '某某县财政局']],
  ['省教育厅和市教育局', [], ['省教育厅', '市教育局']],
  ['县委和县政府', [], ['县委', '县政府']],
  ['县委办公室和县政府办公室', [], ['县委办公室', '县政府办公室']],
  ['县第一中学和县第二中学', [], ['县第一中学', '县第二中学']],
  ['县委和县政府信访局', [], ['县委和县政府信访局']],
  ['县教育局和财政局', [], ['县教育局和财政局']],
  ['市城管局和市场监管局', [], ['市城管局和市场监管局']],
  ['县发展和改革局', [], ['县发展和改革局']],
  ['县工业和信息化局（县商务和粮食局）', [], ['县工业和信息化局（县商务和粮食局）']],
  ['县住房和城乡建设局', [], ['县住房和城乡建设局']],
  ['全区各级政府及其部门', ['全区各级政府', '其部门'], ['全区各级政府及其部门']],
])('%s with %j known is %j', (names, known, expected) => {
  expect(read(`（${names}负责）`, known)).toEqual(expected.map((name) => `${name} sole`));
});

test('a name that may be two is ambiguous; 和 inside of a name is not', () => {
  const known = new Set(['县教育局']);
  for (const name of ['县教育局和县体育局', '县公安局及相关单位', '某局和各镇', '甲等部门落实']) {
    expect(mayBeSeveral(name, known), name).toBe(true);
  }
  for (const name of ['县住房和城乡建设局', '县文化和旅游局', '全区各级政府及其部门', '各高等学校']) {
    expect(mayBeSeveral(name, known), name).toBe(false);
  }
});

test.each([
  '积极推进改革（自治区、直辖市另有规定的除外）。',
  '推广客户端（APP）。',
  '建立证照库（以下简称证照库），由县政府负责。',
  '某某规划（2016—2020年）',
  '由领导小组（县发改局牵头）统筹推进。',
])('%s contains no clause', (text) => {
  expect(clauseSpans(fold(text)).filter(({ unread }) => unread === undefined)).toEqual([]);
});

test.each([
  ['增长7％。（区发改局、区统计局）', ['区发改局、区统计局']],
  ['加强负责制。【区教育局，各镇】。', ['区教育局,各镇']],
  ['修缮校舍（教学楼、食堂）。', []],
  ['整治场所（菜市场、停车场、小区、学校）。', []],
  ['推进公开（乡镇、村）。', ['乡镇、村']],
  ['某局的职责（区发改局、区统计局）不变。', []],
  ['甲。（区发改局、区统计局负责）', []],
])('in “%s” these may be responsible, though nothing says so: %j', (text, expected) => {
  expect(clauseSpans(fold(text)).flatMap(({ unread }) => unread ?? [])).toEqual(expected);
});

test.each([
  ['甲。（乙负责）', ['（乙负责）']],
  ['甲（乙负责）。', ['（乙负责）']],
  ['甲。（乙负责）丙。（丁负责）', ['（乙负责）', '（丁负责）']],
  ['甲。责任单位：乙；完成时限：2018年底', ['责任单位：乙；完成时限：2018年底']],
  ['甲。【责任单位：乙】', ['【责任单位：乙】']],
  ['加强领导（甲牵头，乙配合）', ['（甲牵头，乙配合）']],
])('in “%s” the clauses are %j', (text, expected) => {
  expect(clauseSpans(fold(text)).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('characters without width do not change a name', () => {
  expect(read('（县发\u200b改局负责）')).toEqual(['县发改局 sole']);
  expect(nameKey('县发\u200b改局')).toBe('县发改局');
});

test('a clause before the full stop keeps it as its tail; several clauses stay in their order', () => {
  const { tasks } = draftOf(shortSeed('1)甲。(甲负责)乙(乙负责)。', '2)丙。', '责任单位:丙'));
  expect(tasks.map(({ text, clauses, duty, tail }) => [text, clauses, duty, tail])).toEqual([
    ['甲。(甲负责)乙', ['(甲负责)'], '(乙负责)', '。'],
    ['丙。\n', undefined, '责任单位:丙', undefined],
  ]);
});

test('several times of one cell are quoted without the signs between them, or as one where none has a date', () => {
  const times = (words: string) =>
    partsOf(`责任单位：甲局；完成时限：${words}`).flatMap(({ kind, text }) =>
      kind === 'deadline' || kind === 'standing' ? [text] : [],
    );
  expect(times('6月底前、12月底前各一次')).toEqual(['6月底前、12月底前各一次']);
  expect(times('2022年6月底前、12月底前各一次')).toEqual(['2022年6月底前', '12月底前各一次']);
});
