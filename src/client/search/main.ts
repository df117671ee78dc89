/** Entry point of the search page: answers what the form or the address asks for. */
import { path } from '../../urls.ts';
import { writeAddress } from '../address.ts';
import { copyButton } from '../clipboard.ts';
import { element, find } from '../dom.ts';
import { nextTask } from '../next-task.ts';
import { onTyped } from '../typing.ts';
import { answer, count } from './answer.ts';
import type { NameOfToday } from '../../plan/model.ts';
import type { Area } from '../../search/areas.ts';
import type { Answer, Parts } from './types.ts';
import { openLibrary } from './indexes/library.ts';
import { Unsupported } from './indexes/pagefind.ts';
import { keepPlace, keptPlace } from './place.ts';
import { facets, isEmpty, nothing, stateOf, type Facet, type State } from './state.ts';
import {
  showAnswer,
  showCounts,
  showFailure,
  showSoFar,
  showNothing,
  showState,
  showWaiting,
} from './show/view.ts';

const TYPING_PAUSE = 150;
/** Results of a large plan that are added at a time. */
const MORE = 100;
/** Milliseconds after which a search that is not yet answered is said to be going on. */
const WAITING_DELAY = 300;

const parts: Parts = {
  input: find('input[type=search][name=q]', HTMLInputElement),
  selects: {
    unit: find('select[name=unit]', HTMLSelectElement),
    role: find('select[name=role]', HTMLSelectElement),
    section: find('select[name=section]', HTMLSelectElement),
    deadline: find('select[name=deadline]', HTMLSelectElement),
    kind: find('select[name=kind]', HTMLSelectElement),
  },
  clear: find('[data-clear]', HTMLElement),
  set: find('[data-set]', HTMLElement),
  status: find('[data-status]', HTMLElement),
  results: find('[data-results]', HTMLElement),
  elsewhere: find('[data-elsewhere]', HTMLElement),
};
const library = openLibrary(
  {
    texts: path('/search/texts.json'),
    jump: path('/jump.json'),
    syllables: path('/search/syllables.json'),
    synonyms: path('/search/synonyms.json'),
    pagefind: path('/pagefind/pagefind.js'),
  },
  JSON.parse(find('[data-names]', HTMLElement).dataset.names ?? '') as NameOfToday[],
  JSON.parse(find('[data-area]', HTMLElement).dataset.area ?? '') as Area,
);
const filters = find('[data-filters]', HTMLDetailsElement);
const copying = element(
  'p',
  { class: 'search-copy' },
  copyButton('复制链接', '本次搜索的链接', () => location.href),
);
const options = Object.fromEntries(
  facets.map((facet) => [facet, Array.from(parts.selects[facet].options, ({ value }) => value)]),
) as Record<Facet, string[]>;

let latest = 0;
let listedMore = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
// The address of the last step in the history; what is only typed replaces it for the time being.
let committed = location.href;

/** The state in an address, without values that no filter offers. */
function stateOfAddress(): State {
  const state = stateOf(location.search);
  for (const facet of facets) if (!options[facet].includes(state[facet])) state[facet] = '';
  return state;
}

function stateOfForm(): State {
  const state: State = { ...nothing, q: parts.input.value };
  for (const facet of facets) state[facet] = parts.selects[facet].value;
  return state;
}

/** Answers a state, with `more` results beyond the first; an answer that comes after a newer question is dropped. */
async function run(state: State, more = 0): Promise<void> {
  const mine = ++latest;
  listedMore = more;
  const current = () => mine === latest;
  clearTimeout(waiting);
  delete parts.status.dataset.query;
  showState(parts, state);
  copying.hidden = isEmpty(state);
  if (isEmpty(state)) {
    showNothing(parts);
    return;
  }
  // The first time, this takes the place of what the page says where no script runs.
  if (mine === 1) showWaiting(parts);
  waiting = setTimeout(() => {
    showWaiting(parts);
  }, WAITING_DELAY);
  try {
    const opened = await library.open();
    const soon = (early: Answer) => {
      if (!current()) return;
      clearTimeout(waiting);
      showSoFar(parts, state, early);
    };
    const found = await answer(opened, state, soon, more);
    await nextTask();
    if (!current()) return;
    clearTimeout(waiting);
    showAnswer(parts, state, found, () => void run(state, more + MORE));
    if (filters.open) await showCountsOf(state, current);
  } catch (error) {
    if (!current()) return;
    clearTimeout(waiting);
    if (error instanceof Unsupported) {
      showFailure(parts);
      return;
    }
    console.warn(error);
    library.reset();
    showFailure(parts, () => void run(state));
  }
}

/** Shows the counts of the filters; without them the filters work all the same. */
async function showCountsOf(state: State, current: () => boolean): Promise<void> {
  const counts = await library
    .open()
    .then((opened) => count(opened, state, options, current))
    .catch(() => undefined);
  if (counts && current()) showCounts(parts, counts);
}

/** Answers what is typed after a pause; the address changes, the history does not. */
function runSoon(): void {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const state = stateOfForm();
    history.replaceState(null, '', location.pathname + writeAddress(state));
    void run(state);
  }, TYPING_PAUSE);
}

/** Answers what the form asks for, as one step in the history. */
function submit(): void {
  clearTimeout(typing);
  const state = stateOfForm();
  const address = new URL(location.pathname + writeAddress(state), location.href).href;
  if (address !== committed) {
    history.replaceState({ scroll: scrollY, more: listedMore }, '', committed);
    history.pushState(null, '', address);
    committed = address;
  }
  void run(state);
}

function restore(): void {
  clearTimeout(typing);
  committed = location.href;
  const { scroll, more } = keptPlace();
  void run(stateOfAddress(), more).then(() => {
    if (scroll > 0) scrollTo(0, scroll);
  });
}

onTyped(parts.input, runSoon);
parts.input.addEventListener('focus', () => void library.open().catch(() => undefined));
parts.input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
for (const facet of facets) parts.selects[facet].addEventListener('change', submit);
parts.clear.addEventListener('click', () => {
  for (const facet of facets) parts.selects[facet].value = '';
  submit();
  parts.input.focus();
});
window.addEventListener('popstate', restore);
window.addEventListener('pagehide', () => {
  keepPlace({ scroll: scrollY, more: listedMore });
});

parts.status.after(copying);
restore();
// The filters are open where they stand beside the results.
filters.open = matchMedia('(min-width: 62.5rem)').matches;
filters.addEventListener('toggle', () => {
  const mine = latest;
  const state = stateOfForm();
  if (filters.open && !isEmpty(state)) void showCountsOf(state, () => mine === latest);
});
if (parts.input.value === '') parts.input.focus();
