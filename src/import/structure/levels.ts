/** Decides what each style of numbers stands for: the style whose items carry clauses is that of the tasks. */
import { STYLES, type Style } from '../../text/list-numbers.ts';
import { hasBrokenClause } from './clause-spans.ts';
import type { Item, ItemRole, Line } from './segment.ts';

/** The role of the items of each style; undefined if no numbered item has a clause. */
export function readLevels(lines: Line[], items: Item[]): ((style: Style) => ItemRole) | undefined {
  const order = nestingOrder(items);
  const rank = (style: Style) => order.indexOf(style);
  const task = taskStyle(lines, items, rank);
  if (task === undefined) return undefined;
  const above = new Set<Style>();
  let open: Style[] = [];
  for (const { style } of items) {
    open = open.filter((one) => rank(one) < rank(style));
    if (style === task) for (const one of open) above.add(one);
    open.push(style);
  }
  const outer = order.filter((style) => above.has(style));
  const labelled = isLabelled(outer.at(-1), lines, items);
  const roles = new Map(outer.map((style, index) => [style, roleAt(index, outer.length, labelled)]));
  return (style) =>
    style === task ? 'task' : (roles.get(style) ?? (rank(style) < rank(task) ? 'heading' : 'inner'));
}

/** 一、 → part, （一） → section, the innermost of three → measure; with a line 措施: the innermost of two as well. */
function roleAt(index: number, count: number, labelled: boolean): ItemRole {
  if (index === 0) return 'part';
  if (index === count - 1 && (count > 2 || labelled)) return 'measure';
  return index === 1 ? 'section' : 'heading';
}

/** Whether a line 措施: stands above the items of a style, and not below one of them, where it belongs to a section. */
function isLabelled(style: Style | undefined, lines: Line[], items: Item[]): boolean {
  const label = lines.find(({ folded }) => /^ *措施 *:? *$/.test(folded))?.line;
  return label !== undefined && items.findLast(({ line }) => line < label)?.style !== style;
}

/**
 * The styles from the outermost to the innermost. A style that restarts directly below another is inside of it; against
 * the usual order this must occur twice, except for 第一条, which has no usual level.
 */
function nestingOrder(items: Item[]): Style[] {
  const inside = new Map<string, number>();
  items.forEach(({ style, value }, index) => {
    const before = items[index - 1]?.style;
    if (before === undefined || before === style || value !== 1) return;
    inside.set(`${before} ${style}`, (inside.get(`${before} ${style}`) ?? 0) + 1);
  });
  const votes = (outer: Style, inner: Style) => inside.get(`${outer} ${inner}`) ?? 0;
  const used = new Set(items.map(({ style }) => style));
  const compareLevels = (a: Style, b: Style) => {
    const usual = STYLES.indexOf(a) - STYLES.indexOf(b);
    const seen = votes(b, a) - votes(a, b);
    const enough = a === '第一条' || b === '第一条' ? 1 : 2;
    return Math.abs(seen) >= enough ? seen : usual;
  };
  return STYLES.filter((style) => used.has(style)).sort(compareLevels);
}

/** The style with the most items that have a clause of their own, unreadable ones included; of equals the innermost. */
function taskStyle(lines: Line[], items: Item[], rank: (style: Style) => number): Style | undefined {
  const clauses = lines.flatMap(({ line, folded, clauses: own }) => [
    ...own.map(({ start }) => ({ line, start })),
    ...(hasBrokenClause(folded) ? [{ line, start: folded.length }] : []),
  ]);
  const events: (Item | { line: number; start: number })[] = [...items, ...clauses];
  const holders = new Map<Style, Set<Item>>();
  let holder: Item | undefined;
  for (const event of events.sort((a, b) => a.line - b.line || a.start - b.start)) {
    if ('style' in event) holder = event;
    // 第一部分 is never a task: what stands below it has lost its numbers.
    else if (holder && holder.style !== '第一部分')
      holders.set(holder.style, (holders.get(holder.style) ?? new Set()).add(holder));
  }
  const styles = [...holders].sort(([a, one], [b, other]) => other.size - one.size || rank(b) - rank(a));
  return styles[0]?.[0];
}
