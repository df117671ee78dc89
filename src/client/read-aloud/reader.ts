/** Loaded when reading aloud is first asked for: speaks the page sentence by sentence, highlights each, shows controls. */
import { button, element } from '../dom.ts';
import { READ_ALOUD } from './event.ts';
import { spokenIn, type Spoken } from './sentences.ts';

let stopLast: (() => void) | undefined;

document.addEventListener(READ_ALOUD, (event) => {
  readAloud((event as CustomEvent<SpeechSynthesisVoice>).detail);
});

/** Starts at the place that the address names, if any, else at the top; a second start ends the first. */
function readAloud(voice: SpeechSynthesisVoice): void {
  stopLast?.();
  const main = document.querySelector('main');
  const spoken = main ? spokenIn(main) : [];
  const target = document.querySelector(':target');
  const cited = spoken.findIndex(({ range }) => target?.contains(range.startContainer));
  const before = document.activeElement;
  let at = Math.max(cited, 0);
  let utterance: SpeechSynthesisUtterance | undefined;

  /** Stops speaking. Browsers differ in how they pause, so an interrupted sentence is spoken again from its beginning. */
  function hush(): void {
    utterance = undefined;
    speechSynthesis.cancel();
  }

  function speak(): void {
    hush();
    const now = spoken[at];
    if (!now) {
      stop();
      return;
    }
    mark(now);
    const next = new SpeechSynthesisUtterance(now.text);
    Object.assign(next, { voice, lang: voice.lang });
    next.addEventListener('end', () => {
      if (utterance === next) step(1);
    });
    next.addEventListener('error', () => {
      if (utterance === next) stop();
    });
    utterance = next;
    pause.textContent = '暂停';
    speechSynthesis.speak(next);
  }

  function step(by: number): void {
    at = Math.max(at + by, 0);
    speak();
  }

  function stop(): void {
    hush();
    mark(undefined);
    bar.remove();
    delete document.documentElement.dataset.reader;
    removeEventListener('pagehide', stop);
    stopLast = undefined;
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  const pause = button('暂停', () => {
    if (!utterance) speak();
    else {
      hush();
      pause.textContent = '继续';
    }
  });
  const bar = element(
    'div',
    { class: 'reader', role: 'region', 'aria-label': '朗读' },
    button('上一句', () => {
      step(-1);
    }),
    pause,
    button('下一句', () => {
      step(1);
    }),
    button('停止', stop),
  );
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') stop();
  });
  document.body.append(bar);
  document.documentElement.dataset.reader = '';
  addEventListener('pagehide', stop);
  stopLast = stop;
  pause.focus();
  speak();
}

/** Highlights a sentence and scrolls it into view; where the browser highlights no ranges, its paragraph. */
function mark(spoken: Spoken | undefined): void {
  document.querySelector('[data-reading]')?.removeAttribute('data-reading');
  if ('highlights' in CSS) {
    if (spoken) CSS.highlights.set('reading', new Highlight(spoken.range));
    else CSS.highlights.delete('reading');
  } else spoken?.block.setAttribute('data-reading', '');
  if (!spoken) return;
  const { top, bottom } = spoken.range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.7) scrollBy({ top: top - innerHeight / 4 });
}
