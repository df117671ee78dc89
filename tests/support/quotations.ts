/** Quotations of a plan made by rule, each with what a reader must be told of it. */
import type { Plan } from '../../src/plan/model.ts';
import { preparePage } from '../../src/search/exact-search.ts';
import { normalize } from '../../src/search/query.ts';
import type { Block, TextPage } from '../../src/search/text-pages.ts';
import { simplifiedForms } from '../../src/text/dictionaries.ts';
import { variantsOf } from '../../src/text/traditional.ts';
import { prepareSource, type Source } from '../../src/verify/source.ts';

export type QuotationRule = 'exact' | 'changed' | 'unit' | 'year' | 'joined' | 'paraphrased' | 'invented';

export interface Quotation {
  rule: QuotationRule;
  text: string;
  /** The page that it comes from; none where it is invented. */
  url?: string;
  /** What was put in, and what stood there. */
  put?: string;
  instead?: string;
}

/** The texts of a plan as the search page gets them, without a build. */
export function sourceOf(plan: Plan): Source {
  const tasks = plan.tasks.map(({ number, title, paragraphs, duty }): TextPage => ({
    ...{ url: `/tasks/${number}/`, kind: 'task', title: `任务${number} ${title}` },
    blocks: [
      ...paragraphs
        .flatMap(({ sentences }) => sentences)
        .map(({ id, text }, at): Block => ({ text, id, on: at > 0 })),
      { text: duty.shown, id: 'duty', field: 'duty', on: true },
    ],
  }));
  const units = plan.units.map(({ id, name }): TextPage => ({
    ...{ url: `/units/${id}/`, kind: 'unit', title: name, blocks: [{ text: name, field: 'unit' }] },
  }));
  const texts = plan.tasks.map(({ text }) => text);
  return prepareSource(tasks.map(preparePage), units.map(preparePage), variantsOf(texts, simplifiedForms()));
}

/** Two hundred quotations, always the same. */
export function quotationsOf(plan: Plan): Quotation[] {
  const sentences = plan.tasks.flatMap(({ number, paragraphs }) =>
    paragraphs
      .flatMap((one) => one.sentences)
      .map(({ text }) => ({ text, url: `/tasks/${number}/` }))
      .filter(({ text }) => normalize(text).length >= 20),
  );
  // As people quote a clause: with the words before it.
  const duties = plan.tasks.map(({ number, text, duty }) => ({
    ...{ duty, text: text.slice(-24) + duty.shown, url: `/tasks/${number}/` },
  }));
  return [
    ...some(sentences, 40).map((one): Quotation => ({ rule: 'exact', ...one })),
    ...some(sentences, 30).map(changed),
    ...some(
      duties.filter(({ duty }) => duty.units.length > 1),
      30,
    ).map((one) => unitSwapped(one, plan)),
    ...some(
      duties.filter(({ duty }) => /20\d\d年/.test(duty.shown)),
      25,
    ).map(yearSwapped),
    ...some(sentences, 25).map((one, at) => joined(one, some(sentences, 25, 7)[(at + 9) % 25] ?? one)),
    ...some(
      sentences.map(paraphrased).filter(({ put }) => put !== ''),
      25,
    ),
    ...invented(),
  ];
}

/** So many of a list, spread over all of it. */
const some = <T>(list: T[], count: number, from = 0): T[] =>
  Array.from(
    { length: count },
    (_, at) => list[(from + Math.floor((at * list.length) / count)) % list.length],
  ).flatMap((one) => one ?? []);

interface Original {
  text: string;
  url: string;
}

/** One letter in the middle is another; no plan has this one. */
function changed({ text, url }: Original): Quotation {
  const letters = Array.from(text);
  const at = letters.findIndex((letter, place) => place >= letters.length / 2 && /\p{L}/u.test(letter));
  const instead = letters[at] ?? '';
  return { rule: 'changed', url, put: '龘', instead, text: letters.with(at, '龘').join('') };
}

function unitSwapped(
  { duty, text, url }: Original & Pick<Plan['tasks'][number], 'duty'>,
  plan: Plan,
): Quotation {
  const [first] = duty.units;
  const named = plan.units.filter(({ kind, name }) => kind !== 'collective' && !text.includes(name));
  const put = named[text.length % named.length]?.name ?? '';
  const instead = first?.name ?? '';
  return { rule: 'unit', url, put, instead, text: text.replace(instead, put) };
}

function yearSwapped({ text, url }: Original): Quotation {
  const at = [...text.matchAll(/20\d\d年/g)].at(-1)?.index ?? 0;
  const instead = text.slice(at, at + 5);
  return {
    rule: 'year',
    url,
    put: '2021年',
    instead,
    text: `${text.slice(0, at)}2021年${text.slice(at + 5)}`,
  };
}

/** The beginning of one sentence, and the end of one from elsewhere, as if they were one. */
function joined(one: Original, other: Original): Quotation {
  const letters = (text: string) => Array.from(text.replace(/[。！？]$/, ''));
  const first = letters(one.text).slice(0, 18).join('');
  return {
    rule: 'joined',
    url: one.url,
    put: other.url,
    text: `${first}，${letters(other.text).slice(-18).join('')}。`,
  };
}

const SYNONYMS: [string, string][] = [
  ['推进', '推动'],
  ['完善', '健全'],
  ['加强', '强化'],
  ['建立', '设立'],
  ['实行', '实施'],
  ['落实', '执行'],
  ['提高', '提升'],
  ['规范', '理顺'],
];

/** Words replaced by others of the same meaning; `put` is empty where a text has fewer than two such words. */
function paraphrased({ text, url }: Original): Quotation {
  const used = SYNONYMS.filter(([word]) => text.includes(word));
  const said = used.reduce((words, [word, other]) => words.replaceAll(word, other), text);
  return { rule: 'paraphrased', url, text: said, put: used.length < 2 ? '' : (used[0]?.[1] ?? '') };
}

/** What no plan for the rule of law says. */
function invented(): Quotation[] {
  const places = ['老城片区', '滨海新区', '火车站周边', '各中心小学', '荔枝主产区'];
  const things = [
    '新建停车楼三座并向市民免费开放',
    '每逢周末举办露天音乐会和美食集市',
    '种植桂花树一万株打造赏花步道',
    '为七十岁以上老人发放冬季取暖补贴',
    '引进三家新能源汽车企业落户投产',
  ];
  return places.flatMap((place) =>
    things.map((thing): Quotation => ({ rule: 'invented', text: `${place}${thing}。` })),
  );
}
