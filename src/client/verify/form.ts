/** The form of 核对引文: compares what was pasted, or what the address holds, with the plan. */
import { checkText } from '../../verify/check.ts';
import type { Place, Source } from '../../verify/source.ts';
import { copyButton } from '../clipboard.ts';
import { button, element, fill, find } from '../dom.ts';
import { resultText, stretchItem } from './view.ts';
import { countsText } from './words.ts';

/** What a text was compared with. */
export interface Compared {
  source: Source;
  /** What is compared, in words. */
  compared: string;
}

/** Where the texts of the plan come from, and where a place of it is shown. */
export interface Ways {
  textsFor: (text: string) => Promise<Compared>;
  addressOf: (place: Place) => string;
}

/** The text stands behind the # of the address, which browsers send to no server. */
const FRAGMENT = '#text=';
const LONGEST = 50_000;

/** Makes the form of the page work. */
export function startForm({ textsFor, addressOf }: Ways): void {
  const form = find('[data-verify]', HTMLFormElement);
  const field = find('#quoted', HTMLTextAreaElement);
  // Whole names: the single file keeps the attributes that its script names.
  const part = (name: string) => find(`[${name}]`, HTMLElement);
  const [status, result] = [part('data-verify-status'), part('data-verify-result')];
  const plan = find('[data-plan]', HTMLElement).dataset.plan ?? '';
  let latest = 0;
  let copied = '';

  /** Compares the text in the field; the result goes to the page. */
  async function run(focus: boolean): Promise<void> {
    const mine = ++latest;
    const text = field.value;
    result.hidden = true;
    if (text.trim() === '') {
      status.textContent = '请先粘贴要核对的文字。';
      return;
    }
    if (text.length > LONGEST) {
      status.textContent = `文字超过${LONGEST / 10_000}万字，请分几次核对。`;
      return;
    }
    status.textContent = '正在核对……';
    try {
      const { source, compared } = await textsFor(text);
      if (mine !== latest) return;
      show(text, checkText(text, source), compared);
      if (focus) find('#result', HTMLElement).focus();
    } catch (error) {
      if (mine !== latest) return;
      console.warn(error);
      status.textContent = '没有取到方案的文字，可能是网络断了。请稍后再按“核对”。';
    }
  }

  function show(text: string, stretches: ReturnType<typeof checkText>, compared: string): void {
    const items = stretches.map((one) => stretchItem(text, one, addressOf));
    fill(part('data-verify-stretches'), element('ol', { class: 'verify-list' }, ...items));
    part('data-verify-compared').textContent = compared;
    status.textContent =
      stretches.length === 0 ? '粘贴的内容里没有文字或数字，无从核对。' : `${countsText(stretches)}。`;
    copied = resultText(plan, text, stretches, { compared, addressOf });
    result.hidden = stretches.length === 0;
  }

  /** Puts the text of the address into the field; an address that was cut off is left as it is. */
  function restore(): void {
    if (!location.hash.startsWith(FRAGMENT)) return;
    try {
      field.value = decodeURIComponent(location.hash.slice(FRAGMENT.length));
      void run(false);
    } catch {
      status.textContent = '网址不完整，其中的文字读不出来。请重新粘贴。';
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', FRAGMENT + encodeURIComponent(field.value));
    void run(true);
  });
  part('data-verify-clear').addEventListener('click', () => {
    latest++;
    field.value = '';
    result.hidden = true;
    status.textContent = '';
    history.replaceState(null, '', location.pathname + location.search);
    field.focus();
  });
  window.addEventListener('hashchange', restore);
  part('data-verify-actions').append(copyButton('复制结果', '核对结果', () => copied));
  // The address of a file on this disk is of no use to others.
  if (location.protocol !== 'file:') {
    part('data-verify-actions').append(copyButton('复制带有这段文字的链接', '链接', () => location.href));
  }
  part('data-verify-actions').append(
    button('打印', () => {
      print();
    }),
  );
  status.textContent = '';
  restore();
}
