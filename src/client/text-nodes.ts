/** The text nodes under an element in order, without those in elements that are skipped. */
export function textNodes(root: Element, isSkipped: (element: Element) => boolean): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && isSkipped(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

/** The rendered text nodes under an element, grouped by the block that they are laid out in; `skipped` is a selector. */
export function textBlocks(root: Element, skipped: string): { block: HTMLElement; nodes: Text[] }[] {
  const found: { block: HTMLElement; nodes: Text[] }[] = [];
  const isSkipped = (element: Element) => element.matches(skipped) || displayOf(element) === 'none';
  for (const node of textNodes(root, isSkipped)) {
    const block = blockOf(node);
    const last = found[found.length - 1];
    if (last?.block === block) last.nodes.push(node);
    else found.push({ block, nodes: [node] });
  }
  return found;
}

/** The range between two offsets of the joined text of some text nodes, as narrow as it can be. */
export function rangeOf(nodes: Text[], start: number, end: number): Range {
  const range = document.createRange();
  let from = 0;
  for (const node of nodes) {
    const to = from + node.length;
    if (from <= start && start < to) range.setStart(node, start - from);
    if (from < end && end <= to) range.setEnd(node, end - from);
    from = to;
  }
  return range;
}

const displayOf = (element: Element) => getComputedStyle(element).display;

function blockOf(node: Text): HTMLElement {
  let element = node.parentElement;
  while (element?.parentElement && /^(inline|contents)/.test(displayOf(element)))
    element = element.parentElement;
  return element ?? document.body;
}
