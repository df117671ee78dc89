/** A first registry of documents: titles in 《》, and documents without a title that a task says it will draw up. */
import { quotedTitles } from '../../plan/document-mentions.ts';
import type { Verbatim } from '../../plan/model.ts';
import { runsOfLine } from '../../plan/apply-corrections.ts';
import { shownOf } from '../../plan/text-runs.ts';
import type {
  ChapterFile,
  CorrectionEntry,
  DocumentEntry,
  OutlineFile,
  TaskFile,
} from '../../content-files/schema.ts';

/** With these words before it, a title in 《》 is promised, not cited. */
const PROMISE = /(?:制定|编制|修订|起草)(?:并?公布)?$/;
/** The plan itself, or one that is not named at all. */
const NAMELESS = /^(?:本|该|此|具体|相关|有关|相应|配套)/;

/** A promise without 《》: verb, then a name that ends in a sort of document, up to the next mark. */
const UNTITLED =
  /(?:(?:组织|科学)?(?:制定|编制|修订|起草)|建立公开|调整公开)(?:、修订|、公示|并公布|完善|落实)?([^，。；《》]{0,80}?(?:方案|规划|办法|意见|目录|清单|指南|预案|规则|规范|流程图|指标|政策措施))(?=[，。；])/g;

/** Documents in the order in which the text first names them. */
export function extractDocuments(
  tasks: TaskFile[],
  chapters: Pick<ChapterFile, 'prose'>[],
  corrections: CorrectionEntry[],
  outline: OutlineFile = { parts: [], sections: [] },
): DocumentEntry[] {
  const prose = [...chapters.flatMap((chapter) => chapter.prose), ...piecesOfOutline(outline)].map(
    ({ line, text }) => ({ line, text, task: false }),
  );
  const ofTasks = tasks.flatMap(({ line, text }) =>
    text.split('\n').map((one, index) => ({ line: line + index, text: one, task: true })),
  );
  const byLine = Map.groupBy(corrections, ({ line }) => line);
  const found = new Map<string, Omit<DocumentEntry, 'id'>>();
  for (const { task, ...piece } of [...prose, ...ofTasks].sort((a, b) => a.line - b.line)) {
    if (piece.text.length < 4) continue;
    const shown = shownOf(runsOfLine(piece, byLine.get(piece.line) ?? []));
    const here = [...titled(shown), ...(task ? untitled(shown) : [])].sort((a, b) => a.at - b.at);
    for (const { at: _, ...document } of here) {
      if (!found.has(document.title)) found.set(document.title, document);
    }
  }
  return [...found.values()].map((one, index) => ({ id: `doc-${index + 1}`, ...one }));
}

/** What the outline prints: it may name documents, too. */
function piecesOfOutline({ parts, sections }: OutlineFile): Verbatim[] {
  const ofSections = sections.flatMap(({ heading, goal, label, prose = [], measures }) => [
    ...[heading, goal, label, ...measures.map((one) => one.heading)].filter((one) => one !== undefined),
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
    return { at: start, title, ...(number && { number }), relation: promised ? 'promised' : 'cited' };
  });
}

function untitled(shown: string): Found[] {
  return [...shown.matchAll(UNTITLED)]
    .filter(([, title = '']) => !NAMELESS.test(title) && title.length > 2)
    .map((match) => ({ at: match.index, title: match[1] ?? '', relation: 'promised', words: match[0] }));
}
