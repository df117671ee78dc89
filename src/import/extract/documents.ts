/** Extracts a first registry of documents: titles in 《》, and documents without a title that a task promises. */
import { lineOfText } from '../../content-files/verbatim.ts';
import { quotedTitles } from '../../plan/document-mentions.ts';
import { runsOfLine } from '../../plan/apply-corrections.ts';
import type { Verbatim } from '../../plan/model.ts';
import { shownOf } from '../../plan/text-runs.ts';
import type {
  ChapterFile,
  CorrectionEntry,
  DocumentEntry,
  OutlineFile,
  TaskFile,
} from '../../content-files/schema.ts';
import { uniqueBy } from '../../text/lists.ts';

/** After these words a title in 《》 is promised, not cited. */
const PROMISE = /(?:制定|编制|修订|起草)(?:并?公布)?$/;
/** Beginnings of words that name no certain document. */
const NAMELESS = /^(?:本|该|此|具体|相关|有关|相应|配套)/;

/** A promise without 《》: a verb, then a name that ends with a kind of document, up to the next punctuation. */
const UNTITLED =
  /(?:(?:组织|科学)?(?:制定|编制|修订|起草)|建立公开|调整公开)(?:、修订|、公示|并公布|完善|落实)?([^，。；《》]{0,80}?(?:方案|规划|办法|意见|目录|清单|指南|预案|规则|规范|流程图|指标|政策措施))(?=[，。；])/g;

/** The documents in the order in which the text first names them. */
export function extractDocuments(
  tasks: TaskFile[],
  chapters: Pick<ChapterFile, 'prose'>[],
  corrections: CorrectionEntry[],
  outline: OutlineFile = { parts: [], sections: [] },
): DocumentEntry[] {
  const prose = [...chapters.flatMap((chapter) => chapter.prose), ...piecesOfOutline(outline)].map(
    ({ line, text }) => ({ line, text, isTask: false }),
  );
  const ofTasks = tasks.flatMap((task) =>
    task.text.split('\n').map((text, index) => ({ line: lineOfText(task) + index, text, isTask: true })),
  );
  const ofCells = tasks.flatMap(({ line, cells = [] }) =>
    cells.map(({ text }) => ({ line, text, isTask: false })),
  );
  // Words of a clause that are not read are shown as they are.
  const ofClauses = tasks.flatMap((task) => {
    const line = lineOfText(task) + task.text.split('\n').length - 1;
    return `${task.duty}${task.tail ?? ''}`
      .split('\n')
      .map((text, index) => ({ line: line + index, text, isTask: false }));
  });
  const found = [...prose, ...ofTasks, ...ofClauses, ...ofCells]
    .filter(({ text }) => text.length >= 4)
    .sort((a, b) => a.line - b.line)
    .flatMap(({ isTask, ...piece }) => {
      const shown = shownOf(runsOfLine(piece, corrections));
      return [...titled(shown), ...(isTask ? untitled(shown) : [])].sort((a, b) => a.at - b.at);
    });
  return uniqueBy(found, ({ title }) => title).map(({ at: _, ...document }, index) => ({
    id: `doc-${index + 1}`,
    ...document,
  }));
}

/** The pieces of the outline, which may name documents as well. */
function piecesOfOutline({ parts, sections }: OutlineFile): Verbatim[] {
  const ofSections = sections.flatMap(({ heading, duty, goal, label, prose = [], measures }) => [
    ...[heading, duty, goal, label, ...measures.flatMap((one) => [one.heading, one.duty])].filter(
      (one) => one !== undefined,
    ),
    ...prose,
  ]);
  return [...parts.map(({ heading }) => heading), ...ofSections];
}

type Found = Omit<DocumentEntry, 'id'> & { at: number };

function titled(shown: string): Found[] {
  let promisedUpTo = -1;
  return quotedTitles(shown).map(({ title, start, end }): Found => {
    const promised = PROMISE.test(shown.slice(Math.max(0, start - 8), start)) || start === promisedUpTo;
    if (promised) promisedUpTo = end;
    const number = /^（([^（）]{0,40}〔\d{4}〕\d+号)）/.exec(shown.slice(end, end + 80))?.[1];
    return { at: start, title, number, relation: promised ? 'promised' : 'cited' };
  });
}

function untitled(shown: string): Found[] {
  return [...shown.matchAll(UNTITLED)]
    .filter(([, title = '']) => !NAMELESS.test(title) && title.length > 2)
    .map((match) => ({ at: match.index, title: match[1] ?? '', relation: 'promised', words: match[0] }));
}
