import { element, fill } from '../dom.ts';

const HIDE_DELAY = 200;

/**
 * Shows name and description of a mark on hover, on keyboard focus and on the first tap; Escape hides them. This
 * replaces the browser's own tooltip, which neither keyboard nor touch brings up.
 */
export function prepareTips(svg: SVGSVGElement): void {
  const figure = svg.closest<HTMLElement>('[data-figure]');
  const marks = [...svg.querySelectorAll<SVGAElement>('a.mark')];
  if (!figure || marks.length === 0) return;
  // A screen reader has read name and description on the mark itself.
  const tip = element('div', { class: 'picture-tip', hidden: '', 'aria-hidden': 'true' });
  figure.append(tip);
  let shown: SVGAElement | undefined;
  let tapped: SVGAElement | undefined;
  /** What was pressed last; undefined for a key. */
  let pointer: string | undefined = 'mouse';
  let hiding: ReturnType<typeof setTimeout> | undefined;

  for (const mark of marks) {
    const title = mark.querySelector('title');
    mark.setAttribute('aria-label', title?.textContent ?? '');
    title?.remove();
  }

  function hide(): void {
    clearTimeout(hiding);
    tip.hidden = true;
    shown = undefined;
    tapped = undefined;
  }

  function hideSoon(): void {
    clearTimeout(hiding);
    hiding = setTimeout(hide, HIDE_DELAY);
  }

  function show(mark: SVGAElement): void {
    clearTimeout(hiding);
    if (shown === mark) return;
    shown = mark;
    const words = [mark.getAttribute('aria-label'), mark.querySelector('desc')?.textContent];
    fill(tip, ...words.flatMap((line) => (line ? [element('p', {}, line)] : [])));
    tip.hidden = false;
    place(mark);
  }

  /** Below the mark, or above it where the window ends; never beyond the edges of the figure. */
  function place(mark: SVGAElement): void {
    if (!figure) return;
    const [frame, box] = [figure.getBoundingClientRect(), mark.getBoundingClientRect()];
    const left = Math.max(0, Math.min(box.left - frame.left, frame.width - tip.offsetWidth));
    const below = box.bottom + 6 + tip.offsetHeight <= innerHeight || box.top < tip.offsetHeight + 6;
    const top = below ? box.bottom + 6 : box.top - 6 - tip.offsetHeight;
    tip.style.left = `${left}px`;
    tip.style.top = `${top - frame.top}px`;
  }

  const markOf = ({ target }: Event) =>
    target instanceof Element ? (target.closest<SVGAElement>('a.mark') ?? undefined) : undefined;

  svg.addEventListener('pointerover', (event) => {
    const mark = markOf(event);
    if (mark && event.pointerType !== 'touch') show(mark);
  });
  svg.addEventListener('pointerout', (event) => {
    if (event.pointerType !== 'touch') hideSoon();
  });
  tip.addEventListener('pointerover', () => {
    clearTimeout(hiding);
  });
  tip.addEventListener('pointerout', hideSoon);
  svg.addEventListener('focusin', (event) => {
    const mark = markOf(event);
    // Not :focus-visible, which Chromium 83 does not know: a mark that is pressed gets the focus as well.
    if (mark && pointer === undefined) show(mark);
  });
  svg.addEventListener('focusout', hideSoon);
  document.addEventListener('pointerdown', (event) => {
    pointer = event.pointerType;
    if (!markOf(event) && !tip.contains(event.target as Element)) hide();
  });
  document.addEventListener(
    'keydown',
    ({ key }) => {
      pointer = undefined;
      if (key === 'Escape') hide();
    },
    { capture: true },
  );
  // Touch cannot hover: the first tap shows the tip, the second follows the link.
  svg.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (!mark || pointer !== 'touch' || tapped === mark) return;
    event.preventDefault();
    show(mark);
    tapped = mark;
  });
}
