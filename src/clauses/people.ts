/** People behind the names of units, who are none themselves; for folded texts. */

/** Not 何 and 余, which are rather words; words of subjects and places that begin like surnames are left out below. */
const SURNAME =
  '(?:欧阳|上官|司马|诸葛|皇甫|尉迟|[李王张刘陈杨赵黄周吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔毛邱秦江史顾侯邵孟龙雷钱汤尹黎武乔贺赖龚韦覃蓝莫甘])';
const NO_PERSON =
  /^(?:林[业草区木]|高[新速铁校中职层端原级]|金[融库属]|石[油化]|江[北南东西]|田[园林]|方志|史志|方[向面案法]|武装|程序|白沙|黄河|马山|龙州|蓝天)|[局厅委部署院会处科室站所队组馆校社台办镇乡村县市区州街路]$/;
const PERSON = `${SURNAME}\\p{Script=Han}{1,2}`;
const IS_PERSON = new RegExp(`^${PERSON}$`, 'u');
/** Whether folded words are in all probability the name of a person. */
export const isPerson = (folded: string) => IS_PERSON.test(folded) && !NO_PERSON.test(folded);

const OFFICE = '(?:副?(?:局长|主任|书记|县长|市长|区长|镇长|乡长|部长|科长|股长|站长|所长|院长|校长|经理))';
const ENDS_WITH_PERSON = new RegExp(`(?:[局厅]|委员会|办公室|${OFFICE})(${PERSON})$`, 'u');
const OF_PEOPLE = new RegExp(`联系人|责任人|负责人|电话|手机|[0-9]{7,}|^${OFFICE}|${OFFICE}$`);

/** Whether the name of a body ends with a person: 县水利局李四, 县水利局局长李四. */
export function endsWithPerson(folded: string): boolean {
  const person = ENDS_WITH_PERSON.exec(folded)?.[1];
  return person !== undefined && isPerson(person);
}

/** Where a bracket with people begins behind the name of a body: 县水利局（李四）; undefined where there is none. */
export function peopleBehind(folded: string): number | undefined {
  const found = /(?<=[^(]{2})\(([^()]+)\)$/.exec(folded);
  const words = found?.[1] ?? '';
  const arePeople = OF_PEOPLE.test(words) || words.split(/[、,;/\s]+/).every(isPerson);
  return arePeople ? found?.index : undefined;
}
