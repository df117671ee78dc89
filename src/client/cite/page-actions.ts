import { copyButton } from '../clipboard.ts';
import { button, element } from '../dom.ts';
import { pageAddress } from './place.ts';
import { shareButton } from './share.ts';

const meta = (selector: string) =>
  document.querySelector<HTMLMetaElement>(`meta[${selector}]`)?.content ?? '';

/** A row of buttons that print and send the page: its title, what it says in one line, its address. */
export function pageActions(): HTMLElement {
  const title = meta('property="og:title"');
  const text = `${title}\n${meta('name="Description"')}`;
  return element(
    'div',
    { class: 'page-actions', role: 'group', 'aria-label': '本页', 'data-voice': 'site' },
    button('打印', () => {
      print();
    }),
    copyButton('复制标题和链接', '标题和链接', () => `${text}\n${pageAddress()}`),
    ...shareButton(() => ({ title, text, url: pageAddress() })),
  );
}
