/** 核对引文 in the single-file edition: the texts are those of the file itself. */
import { preparePage } from '../../search/exact-search.ts';
import type { Block, TextPage } from '../../search/text-pages.ts';
import { sentenceEnds } from '../../plan/sentences.ts';
import { prepareSource, type Source } from '../../verify/source.ts';
import { startForm } from '../verify/form.ts';
import { WHOLE_PLAN } from '../verify/words.ts';
import { NOT_TEXT, textOf } from './single-file-text.ts';

/** Traditional characters and their simplified forms, written in by src/build/offline/single-file.ts. */
declare const VARIANTS: string;

const TASK = '.numbered';
/** Lines of the text that belong to no task. */
const LINES = ['.page-head h1', '#text p', '#text h2', '#text h3', '#text h4'].join();

const all = (selector: string, root: ParentNode = document) =>
  Array.from(root.querySelectorAll<HTMLElement>(selector));

/** A task with the sentences that it has on its own page. */
function taskPage(task: HTMLElement): TextPage {
  let sentences = 0;
  const blocks = all('.source-text > p:not(.suspicion)', task).flatMap((paragraph): Block[] => {
    const text = textOf(paragraph);
    let from = 0;
    const own = sentenceEnds(text).map((end): Block => {
      const sentence = text.slice(from, end);
      from = end;
      const before = sentences === 0 ? paragraph.getAttribute('data-before') : null;
      return { text: sentence, id: `s${++sentences}`, on: true, before: before ?? undefined };
    });
    const head = paragraph.getAttribute('data-head') ?? undefined;
    const held = paragraph.getAttribute('data-held') ?? undefined;
    return paragraph.matches('.duty') ? [{ text, id: 'duty', field: 'duty', on: true, head, held }] : own;
  });
  const title = `任务${task.id.slice('task-'.length)}`;
  return { url: `#${task.id}`, kind: 'task', title, blocks };
}

function linePage(line: HTMLElement): TextPage {
  const id = line.id || line.querySelector('[id]')?.id;
  return {
    url: id === undefined ? '#text' : `#${id}`,
    kind: 'chapter',
    title: '',
    blocks: [{ text: textOf(line), id }],
  };
}

/** A unit with its names. */
const unitPage = (unit: HTMLElement): TextPage => ({
  url: `#${unit.id}`,
  kind: 'unit',
  title: '',
  blocks: all('h4, [data-alias]', unit).map((name) => ({ text: textOf(name), field: 'unit' })),
});

function readSource(): Source {
  const lines = all(LINES).filter((line) => line.closest(`${TASK}, .contents, ${NOT_TEXT}`) === null);
  const pages = [...all(TASK).map(taskPage), ...lines.map(linePage)];
  return prepareSource(
    pages.map(preparePage),
    all('[aria-labelledby=units] article').map(unitPage).map(preparePage),
    VARIANTS,
  );
}

let source: Source | undefined;
startForm({
  textsFor: () =>
    Promise.resolve({
      source: (source ??= readSource()),
      compared: WHOLE_PLAN,
    }),
  addressOf: ({ url }) => url,
});
