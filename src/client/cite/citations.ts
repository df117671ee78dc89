import { cite, FORMATS, partTitle, type Format, type Work } from '../../metadata/citation-formats.ts';
import { copyButton } from '../clipboard.ts';
import { citedPlace, pageAddress } from './place.ts';

/** Today's date in China, wherever the reader is: 2026-11-23. */
function today(): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts();
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The page, or the sentence that its address names, as a work to be cited today. */
function workOf({ author = '', title = '', published = '', dated, parts = '' }: DOMStringMap): Work {
  const place = citedPlace();
  const named = [...(parts === '' ? [] : [parts]), ...(place ? [place.name] : [])];
  return {
    author,
    title: partTitle(title, ...named),
    ...{ published, dated },
    url: pageAddress(place?.id),
    cited: today(),
  };
}

/** 引用本页: completes each citation with address, sentence and date, and gives it a button that copies it. */
export function prepareCitations(box: HTMLDetailsElement): void {
  const citations = [...box.querySelectorAll<HTMLElement>('[data-format]')];
  const update = () => {
    const work = workOf(box.dataset);
    for (const one of citations) one.textContent = cite(work, one.dataset.format as Format);
  };
  for (const one of citations) {
    const what = ` ${FORMATS[one.dataset.format as Format]} 格式的引文`;
    const button = copyButton('复制', what, () => {
      update();
      return one.textContent;
    });
    button.setAttribute('aria-label', `复制${what}`);
    one.closest('div')?.querySelector('dt')?.append(button);
  }
  for (const note of box.querySelectorAll<HTMLElement>('[data-by-hand]')) note.hidden = true;
  box.addEventListener('toggle', update);
  window.addEventListener('hashchange', update);
  update();
}
