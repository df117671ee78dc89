/** Entry point of 核对引文: compares what was pasted, or what the address holds, with the plan. */
import { path } from '../../urls.ts';
import { checkText } from '../../verify/check.ts';
import { copyButton } from '../clipboard.ts';
import { button, element, find } from '../dom.ts';
import { openTexts } from './texts.ts';
import { resultText, stretchItem } from './view.ts';
import { countsText } from './words.ts';

/** The text stands behind the # of the address, which browsers send to no server. */
const FRAGMENT = '#text=';
const LONGEST = 50_000;

const form = find('[data-verify]', HTMLFormElement);
const field = find('#quoted', HTMLTextAreaElement);
const status = find('[data-status]', HTMLElement);
const result = find('[data-result]', HTMLElement);
const part = (name: string) => find(`[data-${name}]`, HTMLElement);
const plan = find('[data-plan]', HTMLElement).dataset.plan ?? '';
const textsFor = openTexts({
  texts: path('/search/texts.json'),
  pagefind: path('/pagefind/pagefind.js'),
});

let latest = 0;
let copied = '';

/** Compares the text in the field; the result goes to the page and the text to the address. */
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
    const stretches = checkText(text, source);
    show(text, stretches, compared);
    if (focus) find('#result', HTMLElement).focus();
  } catch (error) {
    if (mine !== latest) return;
    console.warn(error);
    status.textContent = '没有取到方案的文字，可能是网络断了。请稍后再按“核对”。';
  }
}

function show(text: string, stretches: ReturnType<typeof checkText>, compared: string): void {
  const list = element('ol', { class: 'verify-list' }, ...stretches.map((one) => stretchItem(text, one)));
  const place = part('stretches');
  place.textContent = '';
  place.append(list);
  const counts =
    stretches.length === 0 ? '粘贴的内容里没有文字或数字，无从核对。' : `${countsText(stretches)}。`;
  part('compared').textContent = compared;
  status.textContent = counts;
  copied = resultText(plan, text, stretches, compared);
  result.hidden = stretches.length === 0;
}

/** Puts the text of the address into the field; an address that was cut off is left as it is. */
function restore(): void {
  if (!location.hash.startsWith(FRAGMENT)) {
    status.textContent = '';
    return;
  }
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
part('clear').addEventListener('click', () => {
  latest++;
  field.value = '';
  result.hidden = true;
  status.textContent = '';
  history.replaceState(null, '', location.pathname + location.search);
  field.focus();
});
window.addEventListener('hashchange', restore);
part('actions').append(
  copyButton('复制结果', '核对结果', () => copied),
  copyButton('复制带有这段文字的链接', '链接', () => location.href),
  button('打印', () => {
    print();
  }),
);
restore();
