import type { Rule } from './rule.ts';
import { termSpans } from '../plan/terms.ts';
import type { Finding, TaskNumber } from '../plan/model.ts';
import { shownLines } from '../content-files/interpret.ts';
import type { Content } from '../content-files/schema.ts';
import { FILES } from '../content-files/schema.ts';
import { sentenceEnds } from '../plan/sentences.ts';

/** The sentences of every task as shown. */
function shownSentences({ tasks, corrections }: Content): Map<TaskNumber, string[]> {
  return new Map(
    tasks.map(({ number, line, text }) => {
      const sentences = shownLines({ line, text }, { corrections }).flatMap((shown) => {
        const ends = sentenceEnds(shown);
        return ends.map((end, position) => shown.slice(ends[position - 1] ?? 0, end));
      });
      return [number, sentences];
    }),
  );
}

/** Every term is written by a task, its explanation stands in the task it names, and none claims another's address. */
export const glossaryIsInOrder: Rule = (content) => {
  const { glossary } = content;
  const sentences = shownSentences(content);
  const used = new Set(
    [...sentences.values()].flat().flatMap((text) => termSpans(text, glossary).map(({ term }) => term)),
  );
  return glossary.flatMap(({ id, term, explained }, index) => {
    const findings: Finding[] = [];
    const add = (at: string[], problem: string, advice: string) =>
      findings.push({ file: FILES.glossary, at: [index, ...at], problem, advice });
    if (glossary.findIndex((one) => one.id === id) !== index)
      add(['id'], `two terms claim /glossary/#${id}`, 'ids are unique');
    else if (glossary.findIndex((one) => one.term === term) !== index)
      add(['term'], `“${term}” is registered twice`, 'keep the older');
    else if (!used.has(id))
      add(['term'], `no task writes “${term}”`, 'copy it from a task as shown, or take it out');
    if (!explained) return findings;
    const { task, words } = explained;
    if (!sentences.get(task)?.some((text) => text.includes(words)))
      add(
        ['explained', 'words'],
        `no sentence of task ${task} says “${words}”`,
        'copy the words from one sentence, as shown; where nothing is explained, leave out explained',
      );
    return findings;
  });
};
