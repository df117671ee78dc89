import { findMatches, normalize, type Range } from '../../../search/query.ts';
import { fieldsOf, partAt, runAt, type PreparedPage } from '../../../search/exact-search.ts';
import type { NamedUnit } from '../../../search/named-units.ts';
import { path } from '../../../urls.ts';
import { element } from '../../dom.ts';
import { withLineBreaks } from '../../line-breaks.ts';
import type { Found } from '../types.ts';
import { cut, densest, excerpt, toNode, type Piece } from './excerpt.ts';
import { FIELD_WORDS } from './field-names.ts';

// Kinds of pages whose text is the plan's own.
const SOURCE_KINDS = ['task', 'chapter'];

/** Names of the values of filters, as the form has them. */
export interface Names {
  kindName(value: string): string;
  roleName(value: string): string;
}

/** One result of the list: a link to the matching place, why it is listed, an excerpt, and the answer: who and by when. */
export function showResult({ page, matches, reason }: Found, words: string[], names: Names): HTMLElement {
  const inText = matches.filter(([start]) => !isTitle(page, start));
  const best = densest(inText);
  const titleMatches = words.flatMap((word) => findMatches(page.title, word));
  const kind = names.kindName(page.kind);
  const link = element('a', { href: addressOf(page, best) }, ...cut(page.title, titleMatches).map(toNode));
  const item = element('li', { 'data-result': page.kind }, withLineBreaks(link));
  // The title of a task begins with 任务.
  if (!page.title.startsWith(kind)) item.prepend(element('span', { class: 'result-kind' }, kind), ' ');
  item.append(
    ...line('result-facts', page.facts),
    ...line('result-why', reasonText(page, matches, reason, names)),
  );
  if (best) {
    const voice = SOURCE_KINDS.includes(page.kind) ? { 'data-voice': 'source' } : {};
    const around = excerptOf(page, inText, best).map(toNode);
    item.append(element('p', { class: 'result-excerpt', ...voice }, ...around));
  }
  return item;
}

/** Which document says that units are called so today. */
export function showSources(units: NamedUnit[]): HTMLElement[] {
  const sources = units.flatMap(({ naming }) => (naming.by === 'today' ? [naming.source] : []));
  return sources.length === 0 ? [] : line('result-why', `今名的依据：${[...new Set(sources)].join('、')}。`);
}

/** A unit that the query names: its tasks in each role, and how the name leads to it. */
export function showUnit({ page, naming }: NamedUnit, names: Names): HTMLElement {
  return element(
    'li',
    { 'data-result': page.kind },
    ...[element('span', { class: 'result-kind' }, names.kindName(page.kind)), ' '],
    withLineBreaks(element('a', { href: path(page.url) }, page.title)),
    ...line('result-facts', page.facts),
    ...line('result-why', namingText(naming, page.title)),
  );
}

function namingText(naming: NamedUnit['naming'], title: string): string {
  switch (naming.by) {
    case 'name':
      return '';
    case 'alias':
      return `别称“${naming.name}”；方案写作“${title}”`;
    case 'pinyin':
      return `按拼音找到“${naming.name}”`;
    case 'today':
      return `今名“${naming.name}”，本站对应，供查找${naming.part === undefined ? '' : `；部分职责：${naming.part}`}`;
  }
}

const line = (kind: string, text: string | undefined) =>
  text === undefined || text === '' ? [] : [element('p', { class: kind, 'data-voice': 'site' }, text)];

/** Why a page is listed: the fields that match, or the unit. */
function reasonText(page: PreparedPage, matches: Range[], reason: Found['reason'], names: Names): string {
  const fields = fieldsOf(page, matches)
    .map((field) => FIELD_WORDS[field])
    .join('、');
  switch (reason?.by) {
    case 'number':
      return '任务编号';
    case 'due':
      return '完成期限';
    case 'units':
      return reason.units
        .map(({ name, role }) => `${name} ${ownWords(page, names.roleName(role))}`)
        .join('；');
    case 'similar':
      return `部分字词相同：${fields}`;
    default:
      return fields;
  }
}

/** Of the words for a role, which are those of all clauses, the ones that the clauses of this task have. */
function ownWords({ parts, text }: PreparedPage, name: string): string {
  const clauses = parts
    .map(({ field, start }, index) => (field === 'duty' ? text.slice(start, parts[index + 1]?.start) : ''))
    .join();
  const own = name
    .replace(/等$/, '')
    .split('／')
    .filter((word) => clauses.includes(word));
  return own.join('／') || name;
}

/** The text around a match, within its run. */
function excerptOf(page: PreparedPage, matches: Range[], best: Range): Piece[] {
  const { start, text } = runAt(page, best[0]) ?? { start: 0, text: page.text };
  const inside = matches.filter(([from, to]) => from >= start && to <= start + text.length);
  const moved = ([from, to]: Range): Range => [from - start, to - start];
  const heads = page.parts.flatMap(({ start: at, head }) =>
    head === undefined || head === '' || at < start ? [] : [{ at: at - start, text: head }],
  );
  return excerpt(text, inside.map(moved), moved(best), heads);
}

/** The address of the page, at the block of a match. */
function addressOf(page: PreparedPage, match: Range | undefined): string {
  const id = match && partAt(page, match[0])?.id;
  return path(id === undefined ? page.url : `${page.url.replace(/#.*$/, '')}#${encodeURIComponent(id)}`);
}

/** Whether a match is in the title, which the link shows already. */
function isTitle(page: PreparedPage, place: number): boolean {
  const run = runAt(page, place);
  return run !== undefined && normalize(page.title).includes(run.chars);
}
