/** Tables of data in a web page, as rows of cells; tables that only arrange a page are none. */
import { defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';
import { attributeOf, type Element } from './html-styles.ts';

type Node = DefaultTreeAdapterMap['node'];

const LONGEST_CELL = 5000;
const MOST_COLUMNS = 100;

/** The tables without another inside, with at least two rows and two columns, and no cell as long as a text. */
export function dataTables(root: Node): ReadonlySet<Element> {
  interface Open {
    table: Element;
    rows: number;
    cells: number;
    longest: number;
    nested: boolean;
  }
  const found = new Set<Element>();
  const open: Open[] = [];
  type Step = Node | { end: 'table' } | { end: 'cell'; table: Open; before: number };
  let characters = 0;
  const steps: Step[] = [root];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('end' in step) {
      if (step.end === 'cell') step.table.longest = Math.max(step.table.longest, characters - step.before);
      else {
        const own = open.pop();
        if (own && !own.nested && own.rows > 1 && own.cells > own.rows && own.longest <= LONGEST_CELL)
          found.add(own.table);
      }
      continue;
    }
    if (defaultTreeAdapter.isTextNode(step)) characters += step.value.length;
    if (!('childNodes' in step)) continue;
    const name = defaultTreeAdapter.isElementNode(step) ? step.tagName : '';
    const table = open.at(-1);
    if (name === 'table' && defaultTreeAdapter.isElementNode(step)) {
      for (let at = open.length - 1; open[at]?.nested === false; at--) {
        const outer = open[at];
        if (outer) outer.nested = true;
      }
      open.push({ table: step, rows: 0, cells: 0, longest: 0, nested: false });
      steps.push({ end: 'table' });
    } else if (table && name === 'tr') table.rows++;
    else if (table && (name === 'td' || name === 'th')) {
      table.cells++;
      steps.push({ end: 'cell', table, before: characters });
    }
    for (let index = step.childNodes.length - 1; index >= 0; index--) {
      const child = step.childNodes[index];
      if (child) steps.push(child);
    }
  }
  return found;
}

/**
 * The cells of each row by column: an element, 〃 where a cell from above goes on, or nothing. Rows and cells that are left
 * out have no place in the table.
 */
export function rowsOf(table: Element, isLeftOut: (element: Element) => boolean): (Element | '〃' | '')[][] {
  const rows = below(table, ['tbody', 'thead', 'tfoot'], isLeftOut);
  /** Column → rows for which the cell above still holds. */
  const spans: number[] = [];
  return rows
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => {
      const cells: (Element | '〃' | '')[] = [];
      const free = () => {
        while ((spans[cells.length] ?? 0) > 0) {
          spans[cells.length] = (spans[cells.length] ?? 0) - 1;
          cells.push('〃');
        }
      };
      for (const cell of below(row, [], isLeftOut)) {
        if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
        free();
        const columns = Math.min(span(cell, 'colspan'), MOST_COLUMNS);
        for (let index = 0; index < columns; index++) {
          spans[cells.length] = Math.max(0, span(cell, 'rowspan') - 1);
          cells.push(index === 0 ? cell : '');
        }
      }
      free();
      return cells;
    });
}

const span = (cell: Element, name: string) => {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 10_000) : 1;
};

const below = (element: Element, through: string[], isLeftOut: (element: Element) => boolean): Element[] =>
  element.childNodes.flatMap((child) => {
    if (!defaultTreeAdapter.isElementNode(child) || isLeftOut(child)) return [];
    return through.includes(child.tagName) ? below(child, through, isLeftOut) : [child];
  });
