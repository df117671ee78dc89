/** Finds the tasks of the seed that have no file. */
import type { Content } from '../../content-files/schema.ts';
import { taskFile } from '../../content-files/task-files.ts';
import { markerOf } from '../../content-files/verbatim.ts';
import type { Finding, TaskNumber } from '../../plan/model.ts';
import { leadingMarker } from '../../text/list-numbers.ts';

/** Finds which task words on a line of the seed begin, where that has no file and others are numbered so. */
export function lostTaskFinder({ tasks }: Pick<Content, 'tasks'>) {
  const sorted = tasks.toSorted((a, b) => a.line - b.line);
  const numbers = new Set(tasks.map(({ number }) => number));
  const [first] = sorted;
  const style = first && leadingMarker(markerOf(first))?.style;
  return (line: number, words = ''): Finding | undefined => {
    const found = leadingMarker(words);
    if (!found || found.style !== style) return undefined;
    const before = sorted.findLast((one) => one.line <= line);
    const after = sorted.find((one) => one.line >= line && one !== before);
    const number = [before, after]
      .flatMap((one) => (one ? numberBeside(one.number, found.value) : []))
      .find((one) => !numbers.has(one));
    // Outside of the others it may be prose that is numbered like them.
    const isBetween = before !== undefined && after !== undefined;
    if (number === undefined || !(isBetween || /牵头|负责|责任/.test(words))) return undefined;
    const problem = `the file of task ${number} is missing, line ${line} of the seed: “${words.trim().slice(0, 10)}”`;
    return { file: taskFile(number), problem, advice: 'bring it back: npm run import' };
  };
}

/** A number in the series of another. */
const numberBeside = (other: TaskNumber, value: number): TaskNumber =>
  typeof other === 'number' ? value : other.replace(/\d+$/, String(value));
