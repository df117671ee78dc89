/** Which style of numbers stands for what: the style whose items carry clauses is that of the tasks. */
import type { Style } from '../../text/list-numbers.ts';
import { STYLES } from '../../text/list-numbers.ts';
import { hasBrokenClause } from './clause-spans.ts';
import type { Item, ItemRole, Line } from './lines.ts';

export interface Levels {
  task: Style;
  roleOf: (style: Style) => ItemRole;
}

/** Undefined where no numbered item has a clause. */
export function readLevels(lines: Line[], items: Item[]): Levels | undefined {
  const order = orderOf(items);
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
  const roleOf = (style: Style): ItemRole =>
    style === task ? 'task' : (roles.get(style) ?? (rank(style) < rank(task) ? 'heading' : 'inner'));
  return { task, roleOf };
}

/** 一、 → part, （一） → section, the innermost of three → measure; with a line 措施: the innermost of two is one, too. */
function roleAt(index: number, count: number, labelled: boolean): ItemRole {
  if (index === 0) return 'part';
  if (index === count - 1 && (count > 2 || labelled)) return 'measure';
  return index === 1 ? 'section' : 'heading';
}

/** Whether a line 措施: stands above the items of a style; below one of them it belongs to a section. */
function isLabelled(style: Style | undefined, lines: Line[], items: Item[]): boolean {
  const label = lines.find(({ folded }) => /^ *措施 *:? *$/.test(folded))?.line;
  return label !== undefined && items.findLast(({ line }) => line < label)?.style !== style;
}

/**
 * Styles from the outermost. What begins right below another style stands inside it; against the usual order
 * it has to do so twice, 第一条 apart, which has no usual place.
 */
function orderOf(items: Item[]): Style[] {
  const inside = new Map<string, number>();
  items.forEach(({ style, value }, index) => {
    const before = items[index - 1]?.style;
    if (before === undefined || before === style || value !== 1) return;
    inside.set(`${before} ${style}`, (inside.get(`${before} ${style}`) ?? 0) + 1);
  });
  const votes = (outer: Style, inner: Style) => inside.get(`${outer} ${inner}`) ?? 0;
  const used = new Set(items.map(({ style }) => style));
  const compare = (a: Style, b: Style) => {
    const usual = STYLES.indexOf(a) - STYLES.indexOf(b);
    const seen = votes(b, a) - votes(a, b);
    const enough = a === '第一条' || b === '第一条' ? 1 : 2;
    return Math.abs(seen) >= enough ? seen : usual;
  };
  return STYLES.filter((style) => used.has(style)).sort(compare);
}

/** The style of the items that most often have a clause of their own; clauses that cannot be read count, too. */
function taskStyle(lines: Line[], items: Item[], rank: (style: Style) => number): Style | undefined {
  const holders = new Map<Style, Set<Item>>();
  let next = 0;
  let holder: Item | undefined;
  for (const { line, folded, clauses } of lines) {
    const places = clauses.map(({ start }) => start);
    if (hasBrokenClause(folded)) places.push(folded.length);
    const advance = (to: number) => {
      for (
        let one = items[next];
        one && (one.line < line || (one.line === line && one.start <= to));
        one = items[++next]
      )
        holder = one;
    };
    for (const place of places) {
      advance(place);
      if (holder) holders.set(holder.style, (holders.get(holder.style) ?? new Set()).add(holder));
    }
    advance(folded.length);
  }
  const styles = [...holders].sort(([a, one], [b, other]) => other.size - one.size || rank(b) - rank(a));
  return styles[0]?.[0];
}
