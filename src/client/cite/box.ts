/** 引用本页: fills in address, sentence and date, and copies. */
import { cite, FORMATS, partTitle, type Format, type Work } from '../../metadata/citation-formats.ts';
import { button } from '../button.ts';
import { citedPlace, pageAddress } from './place.ts';
import { copy } from './say.ts';

const SHOWN = 2000;

/** The date in China, wherever the reader is: 2026-11-23. */
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

/** What the page, or the sentence that its address names, is cited as at this moment. */
function workOf({ author = '', title = '', published = '', parts = '' }: DOMStringMap): Work {
  const place = citedPlace();
  const named = [...(parts === '' ? [] : [parts]), ...(place ? [place.name] : [])];
  return {
    author,
    title: partTitle(title, ...named),
    published,
    url: pageAddress(place?.id),
    cited: today(),
  };
}

/** Gives each format its button, and keeps the texts true to the address and the day. */
export function watchBox(box: HTMLDetailsElement): void {
  const rows = Array.from(box.querySelectorAll<HTMLElement>('[data-format]'), (row) => ({
    format: row.dataset.format as Format,
    text: row,
  }));
  const fill = () => {
    const work = workOf(box.dataset);
    for (const { format, text } of rows) text.textContent = cite(work, format);
  };
  for (const { format, text } of rows) {
    const name = FORMATS[format];
    const control = button('复制', () => {
      fill();
      void copy(text.textContent, ` ${name} 格式的引文`).then((done) => {
        if (!done) return;
        control.textContent = '已复制';
        setTimeout(() => (control.textContent = '复制'), SHOWN);
      });
    });
    control.setAttribute('aria-label', `复制 ${name} 格式的引文`);
    text.closest('div')?.querySelector('dt')?.append(control);
  }
  for (const note of box.querySelectorAll<HTMLElement>('[data-by-hand]')) note.hidden = true;
  box.addEventListener('toggle', fill);
  window.addEventListener('hashchange', fill);
  fill();
}
