/** Splits a text into lines, and lines at numbered items. */
import { fold } from '../../clauses/fold.ts';
import { labelsIn } from '../../clauses/vocabulary.ts';
import { clauseSpans, type SpanReading } from './clause-spans.ts';
import { isBlank, slice, type Item, type ItemRole, type Line, type Segment } from './segment.ts';

export function readLines(text: string): Line[] {
  const seen = new Map<string, SpanReading>();
  const own = text.split('\n');
  return withoutLongBrackets(own.map(fold)).map((folded, index) => ({
    line: index + 1,
    text: own[index] ?? '',
    folded,
    clauses: clauseSpans(folded, seen),
  }));
}

/** A bracket before a label that the line does not close, and the one that closes it at the end of a later line. */
const OPENED = /(?:^|[。;!?”]) *([(【[〔])[^()【】[\]〔〕]*$/;
const CLOSED = /^[^()【】[\]〔〕]*([)】\]〕])[。;,. ]*$/;
/** With blank lines between them. */
const MOST_LINES = 16;

/** Folded lines with blanks for a bracket around lines that each begin with a label: （牵头单位：甲局 / 配合单位：乙局）. */
function withoutLongBrackets(lines: string[]): string[] {
  const found = [...lines];
  const startsWithLabel = (words: string) => labelsIn(words.trimStart())[0]?.start === 0;
  lines.forEach((folded, first) => {
    const opened = OPENED.exec(folded);
    if (!opened) return;
    const at = folded.lastIndexOf(opened[1] ?? '');
    if (!startsWithLabel(folded.slice(at + 1))) return;
    const below = lines.slice(first + 1, first + MOST_LINES);
    const isNote = (words: string) => /^ *(?:备注|说明) *:/.test(words);
    const count = below.findIndex(
      (one) => !startsWithLabel(one) && !isBlank({ folded: one }) && !isNote(one),
    );
    const labelled = count < 0 ? below : below.slice(0, count);
    const last = labelled.findIndex((one) => CLOSED.test(one));
    const closed = labelled[last];
    if (closed === undefined) return;
    found[first] = `${folded.slice(0, at)} ${folded.slice(at + 1)}`;
    found[first + 1 + last] = closed.replace(/[)】\]〕](?=[。;,. ]*$)/, ' ');
  });
  return found;
}

/** Cuts lines at the given items; the text before the first item of a line is a segment of its own, unless it is blank. */
export function cutAtItems(lines: Line[], items: (Item & { role: ItemRole })[]): Segment[] {
  const byLine = Map.groupBy(items, ({ line }) => line);
  return lines.flatMap((line): Segment[] => {
    const here = byLine.get(line.line) ?? [];
    const isItem = here[0] !== undefined && line.folded.slice(0, here[0].start).trim() === '';
    const starts = [
      ...(isItem ? [] : [{ at: 0, item: undefined }]),
      ...here.map((item) => ({ at: item.start, item })),
    ];
    let next = 0;
    return starts.map(({ at, item }, index) => {
      const end = starts[index + 1]?.at ?? line.text.length;
      // Only the clauses up to the end: a line may have thousands.
      const first = next;
      while ((line.clauses[next]?.end ?? Infinity) <= end) next++;
      return slice({ ...line, clauses: line.clauses.slice(first, next) }, index === 0 ? 0 : at, end, item);
    });
  });
}
