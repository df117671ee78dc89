/** One thing, one name: words that the site no longer uses, with what it says instead. */
export const OLD_WORDS: [old: RegExp, instead: string][] = [
  [/本任务(?:未)?写明/u, '原文写明、按统一期限'],
  [/一般规定|一般期限|按总要求/u, '按统一期限'],
  [/(?<!完成)期限依据|任务期限/u, '完成期限'],
  [/逐项写明责任单位/u, '每项都写明了责任单位'],
  [/列尽/u, '没有逐一列名'],
  [/同列一条/u, '共同承担任务'],
  [/用统称写明的任务/u, '可能还涉及的任务（原文用统称）'],
  [/各行的次序/u, '排序'],
  [/突出(?:一个|某个)单位|不突出/u, '标出某个单位、不标出'],
  [/哪些事项(?:不知道|原文)/u, '哪些信息原文没有'],
  [/没有这个网页/u, '没有找到这个页面'],
  [/离线可用/u, '已可离线使用'],
  [/其他名称|别名/u, '别称'],
  [/检索/u, '搜索'],
  [/没有读出(?:具体|有)?日期/u, '写明“…”, or 没有列出日期'],
  [/(?<!单位任务)对照表/u, '单位任务对照表'],
  [/(?<!\d)(\d{4})(?:[—–-]|\/)\1(?!\d)/u, 'the year once'],
];

/** What is wrong with a text of the site; words that the plan itself uses may be quoted anywhere. */
export const oldWordsIn = (text: string, quotable = ''): string[] =>
  OLD_WORDS.flatMap(([old, instead]) => {
    const [found] = old.exec(text) ?? [];
    return found === undefined || old.test(quotable) ? [] : [`says “${found}” instead of “${instead}”`];
  });
