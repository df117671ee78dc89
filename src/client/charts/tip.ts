/** The words of a mark beside it: for the mouse, for the keyboard, and for the first tap; Escape takes them away. */

const LINGER = 200;

/** Gives the marks of a picture a tip in place of the browser's own, which no keyboard and no finger brings up. */
export function prepareTips(svg: SVGSVGElement): void {
  const figure = svg.closest<HTMLElement>('[data-figure]');
  const marks = [...svg.querySelectorAll<SVGAElement>('a.mark')];
  if (!figure || marks.length === 0) return;
  const tip = document.createElement('div');
  tip.className = 'picture-tip';
  tip.hidden = true;
  // What it says is the mark's own name and description, which a screen reader has read already.
  tip.setAttribute('aria-hidden', 'true');
  figure.append(tip);
  let shown: SVGAElement | undefined;
  let tapped: SVGAElement | undefined;
  let pointer = 'mouse';
  let leaving: ReturnType<typeof setTimeout> | undefined;

  for (const mark of marks) {
    const title = mark.querySelector('title');
    mark.setAttribute('aria-label', title?.textContent ?? '');
    title?.remove();
  }

  function hide(): void {
    clearTimeout(leaving);
    tip.hidden = true;
    shown = undefined;
    tapped = undefined;
  }

  function hideSoon(): void {
    clearTimeout(leaving);
    leaving = setTimeout(hide, LINGER);
  }

  function show(mark: SVGAElement): void {
    clearTimeout(leaving);
    if (shown === mark) return;
    shown = mark;
    tip.replaceChildren(
      ...[mark.getAttribute('aria-label'), mark.querySelector('desc')?.textContent]
        .filter((words) => words)
        .map((words) => {
          const line = document.createElement('p');
          line.textContent = words ?? '';
          return line;
        }),
    );
    tip.hidden = false;
    place(mark);
  }

  /** Below the mark, or above where the window ends; never beyond the picture's edges. */
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
    clearTimeout(leaving);
  });
  tip.addEventListener('pointerout', hideSoon);
  svg.addEventListener('focusin', (event) => {
    const mark = markOf(event);
    if (mark?.matches(':focus-visible')) show(mark);
  });
  svg.addEventListener('focusout', hideSoon);
  document.addEventListener('pointerdown', (event) => {
    pointer = event.pointerType;
    if (!markOf(event) && !tip.contains(event.target as Element)) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  // A finger cannot hover: its first tap tells, the second follows the link.
  svg.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (!mark || pointer !== 'touch' || tapped === mark) return;
    event.preventDefault();
    show(mark);
    tapped = mark;
  });
}
