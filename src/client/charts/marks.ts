/** Keyboard navigation between the marks of a chart: a single tab stop, arrow keys, Home and End. */

/** Event on a chart whose marks were filtered. */
export const CHANGED = 'marks-changed';

/** The marks that no filter leaves out, in the order of the chart. */
function activeMarks(svg: SVGSVGElement): SVGAElement[] {
  return [...svg.querySelectorAll<SVGAElement>('a.mark:not([data-out])')];
}

const middle = (mark: Element) => {
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2, height: bottom - top };
};

/** The nearest mark above or below; a distance to the side counts three times. */
function vertical(marks: SVGAElement[], from: SVGAElement, way: 1 | -1): SVGAElement | undefined {
  const start = middle(from);
  const [best] = marks
    .map((mark) => ({ mark, at: middle(mark) }))
    .filter(({ at }) => (at.y - start.y) * way > start.height / 2)
    .map(({ mark, at }) => ({ mark, far: Math.abs(at.y - start.y) + 3 * Math.abs(at.x - start.x) }))
    .sort((a, b) => a.far - b.far);
  return best?.mark;
}

/** Makes the marks of a chart a single tab stop with a roving tabindex. */
export function prepareMarks(svg: SVGSVGElement): void {
  const all = [...svg.querySelectorAll<SVGAElement>('a.mark')];
  const hint = svg.querySelector(':scope > desc');
  if (hint && all.length > 1) hint.append('用方向键从一个标记移到另一个。');
  let current: SVGAElement | undefined;

  function choose(mark: SVGAElement | undefined): void {
    current = mark;
    for (const one of all) one.setAttribute('tabindex', one === mark ? '0' : '-1');
  }

  function target(key: string, marks: SVGAElement[], from: SVGAElement): SVGAElement | undefined {
    const index = marks.indexOf(from);
    switch (key) {
      case 'ArrowRight':
        return marks[index + 1];
      case 'ArrowLeft':
        return marks[index - 1];
      case 'ArrowDown':
        return vertical(marks, from, 1);
      case 'ArrowUp':
        return vertical(marks, from, -1);
      case 'Home':
        return marks[0];
      case 'End':
        return marks[marks.length - 1];
      default:
        return undefined;
    }
  }

  svg.addEventListener('focusin', ({ target: focused }) => {
    const mark = focused instanceof Element ? focused.closest<SVGAElement>('a.mark') : null;
    if (mark) choose(mark);
  });
  svg.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !current) return;
    if (!/^(Arrow|Home|End)/.test(event.key)) return;
    // The page does not scroll, not even where there is no further mark.
    event.preventDefault();
    target(event.key, activeMarks(svg), current)?.focus();
  });
  svg.addEventListener(CHANGED, () => {
    const marks = activeMarks(svg);
    if (!current || !marks.includes(current)) choose(marks[0]);
  });
  choose(activeMarks(svg)[0] ?? all[0]);
}
